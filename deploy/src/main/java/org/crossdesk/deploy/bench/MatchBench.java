package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.util.List;
import org.crossdesk.deploy.openfire.ProjectFolder;

/**
 * Finding who knows what among a million, beside Lucene and a plain scan. A process of its own measures, so that neither
 * JMH nor Lucene is on this one's class path.
 */
public final class MatchBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.deploy.match.MatchMain";
    private static final String HEAP = "-Xmx3g";
    private static final double NANOS_PER_MICRO = 1_000;

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        setup.progress().accept("a million people and what is compared with, some minutes");
        OtherProcess measured = OtherProcess.run(
                List.of(HEAP, "-Djmh.ignoreLock=true"),
                ProjectFolder.locate().matchBenchClassPath(),
                PROGRAM,
                List.of(Integer.toString(setup.rounds())));
        return report(measured);
    }

    private static Report report(OtherProcess measured) {
        return new Report(
                "match",
                List.of(
                        Figure.of("answers unlike the plain scan's", measured.number("differences.scan"), "")
                                .atMost(0),
                        Figure.of("answers unlike Lucene's", measured.number("differences.lucene"), "")
                                .atMost(0),
                        Figure.of("heap of a profile", measured.number("heap.bytesPerProfile"), "B")
                                .atMost(128),
                        micros(measured, "on duty, index", "onDutyIndex", "p50"),
                        micros(measured, "on duty, index", "onDutyIndex", "p99"),
                        micros(measured, "on duty, Lucene", "onDutyLucene", "p50"),
                        micros(measured, "on duty, Lucene", "onDutyLucene", "p99"),
                        micros(measured, "on duty, Lucene rebuilt for each load", "onDutyRebuiltLucene", "p50"),
                        micros(measured, "on duty, Lucene rebuilt for each load", "onDutyRebuiltLucene", "p99"),
                        micros(measured, "on duty, plain scan", "onDutyScan", "p50"),
                        micros(measured, "on duty, plain scan", "onDutyScan", "p99"),
                        ratio(measured, "Lucene / index", "onDutyLucene", "p50").atLeast(100),
                        ratio(measured, "Lucene / index", "onDutyLucene", "p99").atLeast(40),
                        ratio(measured, "Lucene rebuilt / index", "onDutyRebuiltLucene", "p50"),
                        ratio(measured, "Lucene rebuilt / index", "onDutyRebuiltLucene", "p99"),
                        micros(measured, "on duty, at levels, best first, index", "onDutyAtLevelsIndex", "p50"),
                        micros(measured, "on duty, at levels, best first, index", "onDutyAtLevelsIndex", "p99"),
                        micros(measured, "everybody, index", "everybodyIndex", "p50"),
                        micros(measured, "everybody, index", "everybodyIndex", "p99")
                                .atMost(2_000),
                        micros(measured, "everybody, Lucene", "everybodyLucene", "p50"),
                        micros(measured, "everybody, Lucene", "everybodyLucene", "p99"),
                        micros(measured, "everybody, at levels, best first, index", "everybodyBestFirstIndex", "p50"),
                        micros(measured, "everybody, at levels, best first, index", "everybodyBestFirstIndex", "p99")
                                .atMost(2_000),
                        micros(measured, "a change of duty", "duty", "mean").atMost(10),
                        micros(measured, "a change of duty", "duty", "p99"),
                        micros(measured, "a change of load", "load", "mean").atMost(1),
                        micros(measured, "a change of load", "load", "p99")));
    }

    private static Figure micros(OtherProcess measured, String name, String measure, String which) {
        return Figure.of(name + " " + which, measured.number(measure + "." + which + "Nanos") / NANOS_PER_MICRO, "µs");
    }

    private static Figure ratio(OtherProcess measured, String name, String other, String which) {
        String suffix = "." + which + "Nanos";
        return Figure.of(
                name + ", on duty " + which,
                measured.number(other + suffix) / measured.number("onDutyIndex" + suffix),
                "×");
    }
}
