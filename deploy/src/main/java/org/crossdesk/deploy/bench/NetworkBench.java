package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
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

    private final Properties measured = new Properties();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        Path figures = Files.createTempFile("bench-network", ".properties");
        try {
            setup.progress().accept("a day of 10 to 10,000 libraries");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-cp",
                    ProjectFolder.locate().simulationClassPath(),
                    PROGRAM,
                    figures.toString()));
            command.addAll(SIZES);
            command.add(RINGING_TWO);
            Process process = new ProcessBuilder(command).inheritIO().start();
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
        List<Figure> figures = new ArrayList<>();
        for (String size : SIZES) {
            String of = size + " libraries, ";
            figures.add(figure(of + "questions", size + ".asked", ""));
            figures.add(figure(of + "taken within 20 s where somebody was free", size + ".within20", "%")
                    .atLeast(80));
            figures.add(figure(of + "taken within 90 s, of all", size + ".within90", "%"));
            figures.add(figure(of + "wait p50", size + ".p50", "s"));
            figures.add(figure(of + "wait p99", size + ".p99", "s").atMost(90));
            figures.add(figure(of + "offered an answer later", size + ".offeredLater", "%"));
            figures.add(figure(of + "not taken within 10 minutes", size + ".missed", "%"));
            figures.add(figure(of + "stanzas of a hub, mean", size + ".hub.mean", "/s"));
            figures.add(figure(of + "stanzas of the busiest hub", size + ".hub.max", "/s"));
            figures.add(figure(of + "bytes of the busiest hub", size + ".hub.maxKilobytes", "kB/s"));
        }
        figures.add(figure("ringing two, taken within 20 s where somebody was free", RINGING_TWO + ".within20", "%")
                .atLeast(80));
        figures.add(Figure.of(
                        "a hub's load in 10,000 libraries against 1,000",
                        number(LARGEST + ".hub.mean") / number("1000.hub.mean"),
                        "×")
                .atMost(1.5));
        figures.add(figure("question to offer, 1,000 on duty, p50", "offer.p50", "ms"));
        figures.add(figure("question to offer, 1,000 on duty, p99", "offer.p99", "ms")
                .atMost(20));
        return new Report("network", figures);
    }

    private Figure figure(String name, String key, String unit) {
        return Figure.of(name, number(key), unit);
    }

    private double number(String name) {
        String value = measured.getProperty(name);
        if (value == null) {
            throw new BenchException("the process that measures doesn't say " + name);
        }
        return Double.parseDouble(value);
    }
}
