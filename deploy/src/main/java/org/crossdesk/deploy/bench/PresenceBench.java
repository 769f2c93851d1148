package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.crossdesk.deploy.openfire.ProjectFolder;

/** What a hub hears and asks when 1,000 operators of 100 libraries come on duty, the first time and after a restart. */
public final class PresenceBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.edge.xmpp.ThousandOnDuty";

    private static final int OPERATORS = 1_000;

    private final Properties measured = new Properties();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        Path figures = Files.createTempFile("bench-presence", ".properties");
        try {
            setup.progress().accept("1,000 operators of 100 libraries come on duty");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            ProjectFolder.locate().simulationClassPath(),
                            PROGRAM,
                            figures.toString())
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
        return new Report(
                "presence",
                List.of(
                        figure("first time, stanzas", "first.stanzas", "").atMost(3 * OPERATORS),
                        figure("first time, bytes", "first.bytes", "B"),
                        figure("first time, profiles fetched", "first.queries", "")
                                .atMost(OPERATORS),
                        figure("a change of load of everybody, stanzas", "change.stanzas", "")
                                .atMost(OPERATORS),
                        figure("a change of load of everybody, bytes", "change.bytes", "B"),
                        figure("after a restart of the hub, stanzas", "restart.stanzas", "")
                                .atMost(OPERATORS),
                        figure("after a restart of the hub, bytes", "restart.bytes", "B"),
                        figure("after a restart of the hub, profiles fetched", "restart.queries", "")
                                .atMost(0)));
    }

    private Figure figure(String name, String key, String unit) {
        String value = measured.getProperty(key);
        if (value == null) {
            throw new BenchException("the process that measures doesn't say " + key);
        }
        return Figure.of(name, Double.parseDouble(value), unit);
    }
}
