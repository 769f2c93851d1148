package org.crossdesk.edge.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossdesk.domain.competence.HoursLine;
import org.crossdesk.domain.competence.Review;
import org.crossdesk.edge.scheme.Schemes;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.runtime.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators know as a table. */
class InventoryCsvTest {
    private static final Function<String, Subject> SUBJECTS = new Schemes(Path.of("none"), "uppsala.test").reader();

    private static final String HEAD = "account,languages,subjects,insights,capacity\n";
    private static final Profile SHIRIN = new Profile(
            List.of(new Language("fa", LanguageLevel.NATIVE), new Language("en", LanguageLevel.C1)),
            List.of(
                    new Subject(Subject.GENERAL_SCHEME, "law", 3),
                    new Subject(Subject.GENERAL_SCHEME, "islamic-law", 2)),
            List.of(new Insight(Insight.Kind.REGION, "IR", 3), new Insight(Insight.Kind.TERM, "new, \"year\"", 1)),
            "Also by phone;\nask for \"Shirin\".",
            HoursLine.read("Sat-Wed 09:00-17:00, Thu 10:00-14:00 Asia/Tehran"));

    @Test
    void whatIsWrittenCanBeReadAgain() {
        List<Directory.Operator> operators = List.of(
                new Directory.Operator("shirin", "h1", SHIRIN, 2),
                new Directory.Operator(
                        "åsa",
                        "h2",
                        Profile.EMPTY,
                        5,
                        new Review(SHIRIN, Instant.EPOCH, "britta@uppsala.test", true, null),
                        null,
                        3));
        InventoryCsv.Table table = read(InventoryCsv.write(operators), 9);
        assertThat(table.mistakes()).isEmpty();
        assertThat(table.rows())
                .containsExactly(
                        new InventoryCsv.Row("shirin", SHIRIN, 2), new InventoryCsv.Row("åsa", Profile.EMPTY, 5));
    }

    @Test
    void columnsComeInAnyOrderAndMayBeMissing() {
        InventoryCsv.Table table = read("\ufeffsubjects,account\r\n\"law:3;medicine\",Shirin\r\n\r\n,astrid\r\n", 2);
        assertThat(table.mistakes()).isEmpty();
        assertThat(table.rows()).extracting(InventoryCsv.Row::account).containsExactly("shirin", "astrid");
        assertThat(table.rows()).extracting(InventoryCsv.Row::capacity).containsOnly(2);
        assertThat(table.rows().get(0).profile().subjects())
                .extracting(Subject::concept)
                .containsExactly("law", "medicine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shirin,persian,,,2               | languages: write \"persian\" as a tag and a level, A1 to C2 or native",
                "shirin,fa D1,,,2                 | languages: write \"fa D1\" as a tag and a level, A1 to C2 or native",
                "shirin,fa native,law:4,,2        | level",
                "shirin,fa native,law:3,IR 3,2    | insights: write \"IR 3\" as region, community or term, a name, and 1 to 3",
                "shirin,fa native,law:3,,many     | capacity",
                ",fa native,law:3,,2              | account: the part before the @, and nothing else",
                "shirin@tehran.test,fa native,,,2 | account: the part before the @, and nothing else"
            })
    void whatIsWrongNamesItsLine(String row, String mistake) {
        InventoryCsv.Table table = read(HEAD + "astrid,sv native,,,2\n" + row + "\nlars,sv C2,,,1\n", 2);
        assertThat(table.mistakes())
                .singleElement()
                .asString()
                .startsWith("line 3: ")
                .contains(mistake);
        assertThat(table.rows()).extracting(InventoryCsv.Row::account).containsExactly("astrid", "lars");
    }

    @Test
    void tablesThatAreNoneOfOursAreRefused() {
        assertThat(read("name,phone\nx,1\n", 2).mistakes())
                .singleElement()
                .asString()
                .startsWith("line 1: the column \"name\" is not one of account, languages");
        assertThat(read(HEAD + "a,,,,1\na,,,,1\n", 2).mistakes()).containsExactly("line 3: account: a is there twice");
        assertThat(read(HEAD + "\"a,,,,1\n", 2).mistakes())
                .singleElement()
                .asString()
                .startsWith("line ");
        String many = IntStream.range(0, InventoryCsv.ROWS_MAX + 1)
                .mapToObj(i -> "a" + i + ",,,,1\n")
                .collect(Collectors.joining());
        assertThat(read(HEAD + many, 2).mistakes())
                .singleElement()
                .asString()
                .contains("a table has at most 5000 rows");
        String wrong =
                IntStream.range(0, 1_000).mapToObj(i -> "a" + i + ",x,,,1\n").collect(Collectors.joining());
        assertThat(read(HEAD + wrong, 2).mistakes()).hasSize(InventoryCsv.MISTAKES_MAX);
        assertThat(read("", 2).rows()).isEmpty();
    }

    @Test
    void oddTablesEndInMistakesAndNothingElse() {
        java.util.Random random = new java.util.Random(7);
        String letters = "account,languages\";:#\n\r ,law3fa native\u0000é😀=@";
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(80), 0, letters.length())
                    .mapToObj(at -> String.valueOf(letters.charAt(at)))
                    .collect(Collectors.joining());
            InventoryCsv.Table table = read((i % 2 == 0 ? HEAD : "") + text, 2);
            assertThat(table.rows()).allMatch(row -> !row.account().isEmpty());
        }
    }

    private static InventoryCsv.Table read(String text, int capacity) {
        return InventoryCsv.read(text, capacity, SUBJECTS);
    }
}
