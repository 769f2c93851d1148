package org.crossdesk.deploy.match;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import org.crossdesk.domain.competence.match.CompetenceIndex;
import org.crossdesk.domain.competence.match.Need.Order;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Compares the answers, weighs the heap, then lets JMH measure, and writes it all as properties. The words on the command
 * line: the file to write, and how many rounds JMH measures.
 */
public final class MatchMain {
    private static final int COLLECTIONS = 4;
    private static final int WARM_UP_ROUNDS = 3;
    private static final TimeValue ROUND = TimeValue.seconds(3);
    private static final String HEAP = "-Xmx3g";

    private final Properties figures = new Properties();

    private MatchMain() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        MatchMain main = new MatchMain();
        main.compare();
        main.measure(Integer.parseInt(arguments[1]));
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            main.figures.store(out, null);
        }
    }

    private void put(String name, double value) {
        figures.setProperty(name, Double.toString(value));
    }

    private void compare() throws IOException {
        People people = new People();
        long before = usedBytes();
        CompetenceIndex index = people.index();
        put("heap.bytesPerProfile", (double) (usedBytes() - before) / index.size());
        System.out.println("The index takes " + figures.getProperty("heap.bytesPerProfile") + " bytes a profile.");
        Comparison comparison = new Comparison(people, index);
        int differences = comparison.differencesFromScan(true, Order.LEAST_LOADED, LanguageLevel.A1, 1)
                + comparison.differencesFromScan(true, Order.BEST_SCORE, LanguageLevel.B2, 2)
                + comparison.differencesFromScan(false, Order.LEAST_LOADED, LanguageLevel.A1, 1)
                + comparison.differencesFromScan(false, Order.BEST_SCORE, LanguageLevel.B2, 2);
        put("differences.scan", differences);
        System.out.println("Answers that differ from the plain scan's: " + differences);
        try (LuceneIndex lucene = new LuceneIndex(people, MatchBenchmark.MOST)) {
            int fromLucene =
                    comparison.differencesFromLucene(lucene, true) + comparison.differencesFromLucene(lucene, false);
            put("differences.lucene", fromLucene);
            System.out.println("Answers that differ from Lucene's: " + fromLucene);
        }
    }

    private static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void measure(int rounds) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(MatchBenchmark.class.getName())
                        .forks(1)
                        .jvmArgs(HEAP)
                        .warmupIterations(WARM_UP_ROUNDS)
                        .warmupTime(ROUND)
                        .measurementIterations(rounds)
                        .measurementTime(ROUND)
                        .shouldFailOnError(true)
                        .build())
                .run();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            Statistics nanos = result.getPrimaryResult().getStatistics();
            put(name + ".meanNanos", nanos.getMean());
            put(name + ".p50Nanos", nanos.getPercentile(50));
            put(name + ".p99Nanos", nanos.getPercentile(99));
        }
    }
}
