package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.crossdesk.deploy.openfire.ProjectFolder;

/** A search among 200 libraries, whose desks answer by the code of real ones over links that take their time. */
public final class FindBench implements Bench {
    private static final String PROGRAM = "org.crossdesk.edge.xmpp.FindAmongMany";

    private final Properties measured = new Properties();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException {
        Path figures = Files.createTempFile("bench-find", ".properties");
        try {
            setup.progress().accept("searches among 200 libraries");
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
                "find",
                List.of(
                        figure("people found of 6,030, mean", "found", ""),
                        figure("slowest link, there and back", "slowest", "ms"),
                        figure("first results, p50", "first.p50", "ms").atMost(50),
                        figure("first results, worst", "first.max", "ms").atMost(50),
                        figure("all results, beyond the slowest link, p50", "beyond.p50", "ms")
                                .atMost(300),
                        figure("all results, beyond the slowest link, worst", "beyond.max", "ms")
                                .atMost(300)));
    }

    private Figure figure(String name, String key, String unit) {
        String value = measured.getProperty(key);
        if (value == null) {
            throw new BenchException("the process that measures doesn't say " + key);
        }
        return Figure.of(name, Double.parseDouble(value), unit);
    }
}
