package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.crossdesk.deploy.openfire.ProjectFolder;

/**
 * Finding who knows what among a million, beside Lucene and a plain scan. A process of its own measures, so that neither
 * JMH nor Lucene is on this one's class path.
 */
public final class MatchBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.deploy.match.MatchMain";
    private static final String HEAP = "-Xmx3g";
    private static final double NANOS_PER_MICRO = 1_000;

    private final Properties measured = new Properties();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        Path figures = Files.createTempFile("bench-match", ".properties");
        try {
            setup.progress().accept("a million people and what is compared with, some minutes");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-Djmh.ignoreLock=true",
                            "-cp",
                            ProjectFolder.locate().matchBenchClassPath(),
                            PROGRAM,
                            figures.toString(),
                            Integer.toString(setup.rounds()))
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new BenchException("the process that measures ended with " + process.exitValue());
            }
            try (Reader in = Files.newBufferedReader(figures)) {
                measured.load(in);
            }
        } finally {
            Files.deleteIfExists(figures);
        }
        return report();
    }

    private Report report() {
        return new Report(
                "match",
                List.of(
                        Figure.of("answers unlike the plain scan's", number("differences.scan"), "")
                                .atMost(0),
                        Figure.of("answers unlike Lucene's", number("differences.lucene"), "")
                                .atMost(0),
                        Figure.of("heap of a profile", number("heap.bytesPerProfile"), "B")
                                .atMost(128),
                        micros("on duty, index", "onDutyIndex", "p50"),
                        micros("on duty, index", "onDutyIndex", "p99"),
                        micros("on duty, Lucene", "onDutyLucene", "p50"),
                        micros("on duty, Lucene", "onDutyLucene", "p99"),
                        micros("on duty, Lucene rebuilt for each load", "onDutyRebuiltLucene", "p50"),
                        micros("on duty, Lucene rebuilt for each load", "onDutyRebuiltLucene", "p99"),
                        micros("on duty, plain scan", "onDutyScan", "p50"),
                        micros("on duty, plain scan", "onDutyScan", "p99"),
                        ratio("Lucene / index", "onDutyLucene", "p50").atLeast(100),
                        ratio("Lucene / index", "onDutyLucene", "p99").atLeast(40),
                        ratio("Lucene rebuilt / index", "onDutyRebuiltLucene", "p50"),
                        ratio("Lucene rebuilt / index", "onDutyRebuiltLucene", "p99"),
                        micros("on duty, at levels, best first, index", "onDutyAtLevelsIndex", "p50"),
                        micros("on duty, at levels, best first, index", "onDutyAtLevelsIndex", "p99"),
                        micros("everybody, index", "everybodyIndex", "p50"),
                        micros("everybody, index", "everybodyIndex", "p99").atMost(2_000),
                        micros("everybody, Lucene", "everybodyLucene", "p50"),
                        micros("everybody, Lucene", "everybodyLucene", "p99"),
                        micros("everybody, at levels, best first, index", "everybodyBestFirstIndex", "p50"),
                        micros("everybody, at levels, best first, index", "everybodyBestFirstIndex", "p99")
                                .atMost(2_000),
                        micros("a change of duty", "duty", "mean").atMost(10),
                        micros("a change of duty", "duty", "p99"),
                        micros("a change of load", "load", "mean").atMost(1),
                        micros("a change of load", "load", "p99")));
    }

    private double number(String name) {
        String value = measured.getProperty(name);
        if (value == null) {
            throw new BenchException("the process that measures doesn't say " + name);
        }
        return Double.parseDouble(value);
    }

    private Figure micros(String name, String measure, String which) {
        return Figure.of(name + " " + which, number(measure + "." + which + "Nanos") / NANOS_PER_MICRO, "µs");
    }

    private Figure ratio(String name, String other, String which) {
        String suffix = "." + which + "Nanos";
        return Figure.of(name + ", on duty " + which, number(other + suffix) / number("onDutyIndex" + suffix), "×");
    }
}
