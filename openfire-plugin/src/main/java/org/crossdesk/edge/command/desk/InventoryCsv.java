package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.crossdesk.domain.competence.HoursLine;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.competence.Review;
import org.crossdesk.edge.csv.CsvTable;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.runtime.Directory;

/**
 * What a library's operators know as a table (RFC 4180): a row an operator, several of one kind with semicolons between
 * them. It can be read again as it was written.
 */
final class InventoryCsv {
    /** Rows of one table. */
    static final int ROWS_MAX = 5_000;

    /** Mistakes that are told at a time. */
    static final int MISTAKES_MAX = 50;

    private static final List<String> READ = List.of(
            "account", "languages", "subjects", "insights", "capacity", ProfileFields.NOTE, ProfileFields.HOURS);
    private static final List<String> ONLY_WRITTEN = List.of("confirmed_on", "confirmed_by", "proposed");

    private InventoryCsv() {}

    /** One row. */
    record Row(String account, Profile profile, int capacity) {}

    /** What a table says, and what is wrong with it, by line. */
    record Table(List<Row> rows, List<String> mistakes) {
        Table {
            rows = List.copyOf(rows);
            mistakes = List.copyOf(mistakes);
        }
    }

    static String write(List<Directory.Operator> operators) {
        List<String> columns = new ArrayList<>(READ);
        columns.addAll(ONLY_WRITTEN);
        return CsvTable.write(columns, operators.stream().map(InventoryCsv::row).toList());
    }

    private static Map<String, String> row(Directory.Operator operator) {
        Review review = operator.review();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("account", operator.account());
        row.put("languages", String.join("; ", ProfileLines.languages(operator.profile())));
        row.put("subjects", String.join("; ", ProfileLines.subjects(operator.profile())));
        row.put("insights", String.join("; ", ProfileLines.insights(operator.profile())));
        row.put("capacity", Integer.toString(operator.capacity()));
        String note = operator.profile().note();
        row.put(ProfileFields.NOTE, note == null ? "" : note);
        row.put(ProfileFields.HOURS, HoursLine.write(operator.profile().hours()));
        row.put(
                "confirmed_on",
                review.confirmedOn() == null ? "" : review.confirmedOn().toString());
        row.put("confirmed_by", review.confirmedBy() == null ? "" : review.confirmedBy());
        row.put("proposed", review.proposed() == null ? "" : ProfileLines.inOneLine(review.proposed()));
        return row;
    }

    /** Reads a table whose first line names the columns, in any order. */
    static Table read(String text, int capacity, Function<String, Subject> reader) {
        CsvTable table = CsvTable.read(text, ROWS_MAX);
        List<Row> rows = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        Set<String> accounts = new HashSet<>();
        for (CsvTable.Line line : table.lines()) {
            String unknown = line.cells().keySet().stream()
                    .filter(name -> !READ.contains(name) && !ONLY_WRITTEN.contains(name))
                    .findFirst()
                    .orElse(null);
            if (unknown != null) {
                return new Table(
                        List.of(),
                        List.of("line 1: the column \"" + unknown + "\" is not one of " + String.join(", ", READ)));
            }
            if (mistakes.size() < MISTAKES_MAX) {
                row(line, capacity, reader, accounts, rows, mistakes);
            }
        }
        if (table.mistake() != null && mistakes.size() < MISTAKES_MAX) {
            mistakes.add(table.mistake());
        }
        return new Table(rows, mistakes);
    }

    private static void row(
            CsvTable.Line line,
            int capacity,
            Function<String, Subject> reader,
            Set<String> accounts,
            List<Row> rows,
            List<String> mistakes) {
        try {
            String account = line.cell("account").toLowerCase(Locale.ROOT);
            if (account.isEmpty() || account.contains("@")) {
                throw new IllegalArgumentException("account: the part before the @, and nothing else");
            }
            if (!accounts.add(account)) {
                throw new IllegalArgumentException("account: " + account + " is there twice");
            }
            Profile profile = ProfileFields.with(
                    ProfileLines.read(list(line, "languages"), list(line, "subjects"), list(line, "insights"), reader),
                    line.cell(ProfileFields.NOTE),
                    line.cell(ProfileFields.HOURS));
            String places = line.cell("capacity");
            rows.add(new Row(account, profile, places.isEmpty() ? capacity : ProfileLines.capacity(places)));
        } catch (IllegalArgumentException e) {
            mistakes.add("line " + line.number() + ": " + e.getMessage());
        }
    }

    private static List<String> list(CsvTable.Line line, String column) {
        return Arrays.stream(line.cell(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
