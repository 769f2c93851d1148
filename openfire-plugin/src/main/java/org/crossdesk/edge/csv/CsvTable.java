package org.crossdesk.edge.csv;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was read.
 *
 * @param lines its lines below the one that names the columns, as far as they could be read
 * @param mistake why the rest could not, with its line; none: all could
 */
public record CsvTable(List<Line> lines, @Nullable String mistake) {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    /**
     * A line.
     *
     * @param number where it is in the text, from 1
     * @param cells its cells by column; those that are missing are missing here
     */
    public record Line(int number, Map<String, String> cells) {
        /** What is in this column, without white space around it; nothing where it is missing. */
        public String cell(String column) {
            String cell = cells.get(column);
            return cell == null ? "" : cell.strip();
        }
    }

    public CsvTable {
        lines = List.copyOf(lines);
    }

    /** Reads a table whose first line names the columns; no more than so many lines. */
    public static CsvTable read(String text, int linesMax) {
        List<Line> lines = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = MAPPER.readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            while (rows.hasNextValue()) {
                int number = rows.getCurrentLocation().getLineNr();
                if (lines.size() >= linesMax) {
                    return new CsvTable(lines, "line " + number + ": a table has at most " + linesMax + " rows");
                }
                lines.add(new Line(number, rows.nextValue()));
            }
            return new CsvTable(lines, null);
        } catch (JacksonException e) {
            int number = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return new CsvTable(lines, "line " + number + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a table. */
    public static String write(List<String> columns, List<Map<String, String>> rows) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(schema::addColumn);
        StringWriter out = new StringWriter();
        try (SequenceWriter writer = MAPPER.writer(schema.build()).writeValues(out)) {
            writer.writeAll(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
