package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a program measures in a process of its own, and writes into a file of properties that it is given first. */
final class OtherProcess {
    private final Properties measured;

    private OtherProcess(Properties measured) {
        this.measured = measured;
    }

    /** Runs the program with these words behind the file's name; its output is shown. */
    static OtherProcess run(List<String> javaArguments, String classPath, String program, List<String> words)
            throws IOException, InterruptedException {
        Path figures = Files.createTempFile("bench", ".properties");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(javaArguments);
            command.addAll(List.of("-cp", classPath, program, figures.toString()));
            command.addAll(words);
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new BenchException("the process that measures ended with " + process.exitValue());
            }
            Properties measured = new Properties();
            try (Reader in = Files.newBufferedReader(figures)) {
                measured.load(in);
            }
            return new OtherProcess(measured);
        } finally {
            Files.deleteIfExists(figures);
        }
    }

    /** A number that it has measured. */
    double number(String key) {
        String value = measured.getProperty(key);
        if (value == null) {
            throw new BenchException("the process that measures doesn't say " + key);
        }
        return Double.parseDouble(value);
    }

    /** The same as a figure. */
    Figure figure(String name, String key, String unit) {
        return Figure.of(name, number(key), unit);
    }
}
