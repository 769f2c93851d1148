package org.crossdesk.deploy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Numbers of several rounds, by name. */
final class Rounds {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    /** The median and the 99th percentile, in milliseconds. */
    void add(String name, Histogram times) {
        add(name + " p50", times.getValueAtPercentile(50) / NANOS_PER_MILLISECOND);
        add(name + " p99", times.getValueAtPercentile(99) / NANOS_PER_MILLISECOND);
    }

    double median(String name) {
        double[] sorted = values.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double sum(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The median as a figure. */
    Figure figure(String name, String unit) {
        return Figure.of(name, median(name), unit);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, all) -> text.append(name)
                .append(' ')
                .append(Arrays.toString(all.toArray()))
                .append('\n'));
        return text.toString();
    }
}
