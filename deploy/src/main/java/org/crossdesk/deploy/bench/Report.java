package org.crossdesk.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param name the benchmark's
 * @param figures its numbers, in the order in which they are shown
 */
public record Report(String name, List<Figure> figures) {
    public Report {
        figures = List.copyOf(figures);
    }

    /** Whether every goal is met. */
    public boolean met() {
        return figures.stream().allMatch(Figure::met);
    }

    /** For people: a line for each number. */
    public String table() {
        int width = figures.stream()
                .mapToInt(figure -> figure.name().length())
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder();
        for (Figure figure : figures) {
            table.append("%-"
                    .concat(width + "s  %10s %-6s")
                    .formatted(figure.name(), Figure.shown(figure.value()), figure.unit()));
            if (figure.goal() != null) {
                table.append("  %-10s %s".formatted(figure.goal(), figure.met() ? "met" : "NOT MET"));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** For programs: a list of figures. */
    String json() throws IOException {
        List<Map<String, Object>> list = figures.stream().map(Report::fields).toList();
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(list) + "\n";
    }

    private static Map<String, Object> fields(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figure.name());
        fields.put("value", figure.value());
        fields.put("unit", figure.unit());
        fields.put("goal", figure.goal() == null ? null : figure.goal().toString());
        fields.put("met", figure.met());
        return fields;
    }

    /** Writes {@code NAME.json} into the folder, which is made if it isn't there; returns the file. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name + ".json"), json());
    }
}
