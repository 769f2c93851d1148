package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.deploy.openfire.ProjectFolder;

/**
 * A day of up to 10,000 libraries on the real domain code, in virtual time and a process of its own: how soon patrons are
 * answered, and how a hub's load grows with the network.
 */
public final class NetworkBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.runtime.DayOfLibraries";
    private static final String HEAP = "-Xmx6g";
    private static final String LARGEST = "10000";
    private static final List<String> SIZES = List.of("10", "100", "1000", LARGEST);
    /** A thousand libraries whose services ring two operators at a time. */
    private static final String RINGING_TWO = "1000x2";

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        setup.progress().accept("a day of 10 to 10,000 libraries");
        List<String> sizes = new ArrayList<>(SIZES);
        sizes.add(RINGING_TWO);
        return report(OtherProcess.run(List.of(HEAP), ProjectFolder.locate().simulationClassPath(), PROGRAM, sizes));
    }

    private static Report report(OtherProcess measured) {
        List<Figure> figures = new ArrayList<>();
        for (String size : SIZES) {
            String of = size + " libraries, ";
            figures.add(measured.figure(of + "questions", size + ".asked", ""));
            figures.add(measured.figure(of + "taken within 20 s where somebody was free", size + ".within20", "%")
                    .atLeast(80));
            figures.add(measured.figure(of + "taken within 90 s, of all", size + ".within90", "%"));
            figures.add(measured.figure(of + "wait p50", size + ".p50", "s"));
            figures.add(measured.figure(of + "wait p99", size + ".p99", "s").atMost(90));
            figures.add(measured.figure(of + "offered an answer later", size + ".offeredLater", "%"));
            figures.add(measured.figure(of + "not taken within 10 minutes", size + ".missed", "%"));
            figures.add(measured.figure(of + "stanzas of a hub, mean", size + ".hub.mean", "/s"));
            figures.add(measured.figure(of + "stanzas of the busiest hub", size + ".hub.max", "/s"));
            figures.add(measured.figure(of + "bytes of the busiest hub", size + ".hub.maxKilobytes", "kB/s"));
        }
        figures.add(measured.figure(
                        "ringing two, taken within 20 s where somebody was free", RINGING_TWO + ".within20", "%")
                .atLeast(80));
        figures.add(Figure.of(
                        "a hub's load in 10,000 libraries against 1,000",
                        measured.number(LARGEST + ".hub.mean") / measured.number("1000.hub.mean"),
                        "×")
                .atMost(1.5));
        figures.add(measured.figure("question to offer, 1,000 on duty, p50", "offer.p50", "ms"));
        figures.add(measured.figure("question to offer, 1,000 on duty, p99", "offer.p99", "ms")
                .atMost(20));
        return new Report("network", figures);
    }
}
