package org.crossdesk.edge.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the frontend's build has put beside these classes, in memory: together they are some 100 kB. */
public final class WebFiles {
    private static final String FOLDER = "files/";
    private static final String INDEX = FOLDER + "index";
    private static final int INDEX_COLUMNS = 4;

    private final Map<String, WebFile> byName;

    WebFiles(Map<String, WebFile> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Reads all of them. */
    public static WebFiles load() {
        Map<String, WebFile> files = new HashMap<>();
        try (Stream<String> lines = new String(bytes(INDEX), StandardCharsets.UTF_8).lines()) {
            lines.forEach(line -> {
                String[] columns = line.split("\t", -1);
                if (columns.length != INDEX_COLUMNS) {
                    throw new IllegalStateException("the frontend's index has the line " + line);
                }
                String name = columns[0];
                files.put(
                        name,
                        new WebFile(
                                name,
                                columns[1],
                                columns[2].equals("lasting"),
                                columns[3],
                                bytes(FOLDER + name),
                                bytes(FOLDER + name + ".gz")));
            });
        }
        return new WebFiles(files);
    }

    /** The file of this name. */
    Optional<WebFile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A file's whole name, by what comes before the part that tells its content. */
    Optional<String> named(String start, String end) {
        return byName.keySet().stream()
                .filter(name -> name.startsWith(start + "-") && name.endsWith(end))
                .findAny();
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = WebFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks " + resource + ": build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's " + resource + " can't be read", e);
        }
    }
}
