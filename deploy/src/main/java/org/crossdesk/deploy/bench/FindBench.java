package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.util.List;
import org.crossdesk.deploy.openfire.ProjectFolder;

/** A search among 200 libraries, whose desks answer by the code of real ones over links that take their time. */
public final class FindBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.edge.xmpp.FindAmongMany";

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        setup.progress().accept("searches among 200 libraries");
        OtherProcess measured =
                OtherProcess.run(List.of(), ProjectFolder.locate().simulationClassPath(), PROGRAM, List.of());
        return new Report(
                "find",
                List.of(
                        measured.figure("people found of 6,030, mean", "found", ""),
                        measured.figure("slowest link, there and back", "slowest", "ms"),
                        measured.figure("first results, p50", "first.p50", "ms").atMost(50),
                        measured.figure("first results, worst", "first.max", "ms")
                                .atMost(50),
                        measured.figure("all results, beyond the slowest link, p50", "beyond.p50", "ms")
                                .atMost(300),
                        measured.figure("all results, beyond the slowest link, worst", "beyond.max", "ms")
                                .atMost(300)));
    }
}
