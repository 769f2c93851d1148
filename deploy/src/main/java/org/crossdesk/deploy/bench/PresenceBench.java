package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.util.List;
import org.crossdesk.deploy.openfire.ProjectFolder;

/** What a hub hears and asks when 1,000 operators of 100 libraries come on duty, the first time and after a restart. */
public final class PresenceBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.edge.xmpp.ThousandOnDuty";

    private static final int OPERATORS = 1_000;

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        setup.progress().accept("1,000 operators of 100 libraries come on duty");
        OtherProcess measured =
                OtherProcess.run(List.of(), ProjectFolder.locate().simulationClassPath(), PROGRAM, List.of());
        return new Report(
                "presence",
                List.of(
                        measured.figure("first time, stanzas", "first.stanzas", ""),
                        measured.figure("first time, bytes", "first.bytes", "B"),
                        measured.figure("first time, profiles fetched", "first.queries", "")
                                .atMost(OPERATORS),
                        measured.figure("a change of load of everybody, stanzas", "change.stanzas", ""),
                        measured.figure("a change of load of everybody, bytes", "change.bytes", "B"),
                        measured.figure("after a restart of the hub, stanzas", "restart.stanzas", ""),
                        measured.figure("after a restart of the hub, bytes", "restart.bytes", "B"),
                        measured.figure("after a restart of the hub, profiles fetched", "restart.queries", "")
                                .atMost(0)));
    }
}
