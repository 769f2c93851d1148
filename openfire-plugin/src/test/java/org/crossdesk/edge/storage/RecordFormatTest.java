package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.Line;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFormatTest {
    private static final RecordFormat<SessionRecord> SESSIONS = new RecordFormat<>(SessionRecord.class);
    private static final String UTTERED = "{\"@type\":\"operator-uttered\",\"line\":{\"seq\":7,"
            + "\"at\":\"2026-11-23T10:00:00.000000001Z\",\"speaker\":\"OPERATOR\",\"epoch\":2,\"number\":3,"
            + "\"body\":\"سلام\"}}";

    private sealed interface Shape {
        record LargeCircle(double radius) implements Shape {}

        sealed interface Flat extends Shape {}

        record Square2(@Nullable Shape inner) implements Flat {}
    }

    private record Everything(
            Shape shape,
            @Nullable Duration patience,
            Map<SessionId, Instant> bySession,
            Map<Address, List<Shape>> byAddress,
            Set<Speaker> speakers,
            @Nullable Integer read,
            boolean flag) {
        /** Not a component: must not be written. */
        boolean isEmpty() {
            return true;
        }

        /** Not a component either. */
        String getName() {
            return "name";
        }
    }

    @Test
    @DisplayName("a subject that was kept before there were labels is read")
    void subjectWithoutLabels() throws JournalException {
        RecordFormat<Subject> format = new RecordFormat<>(Subject.class);
        String before = "{\"scheme\":\"general\",\"concept\":\"law\",\"level\":3}";
        Subject law = new Subject("general", "law", 3);
        assertThat(format.read(1, before, "subject")).isEqualTo(law);
        assertThat(format.write(law)).isEqualTo(before);
    }

    static Stream<Arguments> kept() {
        return Stream.<Class<?>>of(
                        SessionRecord.class,
                        EngagementRecord.class,
                        OutboxRecord.class,
                        LedgerEntry.class,
                        Statistics.Standing.class,
                        Service.class,
                        Directory.Operator.class,
                        Directory.OwnedScript.class)
                .flatMap(root -> Samples.cases(root).stream().map(leaf -> Arguments.of(root, leaf)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("kept")
    @DisplayName("everything that is kept comes back as it was")
    <T> void roundTrip(Class<T> root, Class<? extends T> leaf) throws JournalException {
        RecordFormat<T> format = new RecordFormat<>(root);
        for (long seed = 0; seed < 60; seed++) {
            T record = leaf == Service.class
                    ? root.cast(Service.initial(Address.parse("desk@ask.a.test"), new Samples(seed).of(String.class)))
                    : new Samples(seed).of(leaf);
            String json = format.write(record);
            assertThat(format.read(RecordFormat.VERSION, json, "sample"))
                    .as("seed %d: %s", seed, json)
                    .isEqualTo(record);
        }
    }

    @Test
    @DisplayName("nested sealed types, maps with addresses as keys, sets and missing values come back")
    void nested() throws JournalException {
        RecordFormat<Everything> format = new RecordFormat<>(Everything.class);
        Everything everything = new Everything(
                new Shape.Square2(new Shape.LargeCircle(2)),
                null,
                Map.of(new SessionId("abcdefghijklmnopqrstuvwxyz"), Instant.EPOCH),
                Map.of(Address.parse("a@b.test"), List.of(new Shape.Square2(null))),
                Set.of(Speaker.DESK),
                null,
                true);
        String json = format.write(everything);
        assertThat(json)
                .contains("\"@type\":\"square2\"", "\"@type\":\"large-circle\"")
                .doesNotContain("name", "empty");
        assertThat(format.read(1, json, "sample")).isEqualTo(everything);
    }

    @Test
    @DisplayName("what is on the disk today is what is read tomorrow")
    void shapeOnDisk() throws JournalException {
        SessionRecord record = new SessionRecord.OperatorUttered(
                new Line(7, Instant.parse("2026-11-23T10:00:00.000000001Z"), Speaker.OPERATOR, 2, 3, "سلام"));
        assertThat(SESSIONS.write(record)).isEqualTo(UTTERED);
        assertThat(SESSIONS.read(1, UTTERED, "sample")).isEqualTo(record);
    }

    @Test
    @DisplayName("a newer version is refused by name")
    void newerVersion() {
        refuses(2, UTTERED, "record 5 has version 2, and this Crossdesk reads up to 1");
    }

    @Test
    @DisplayName("an unknown type is refused by name")
    void unknownType() {
        refuses(1, UTTERED.replace("operator-uttered", "patron-sang"), "has the unknown type 'patron-sang'");
    }

    @Test
    @DisplayName("a component that is missing, null, unknown or of another type is refused by its place")
    void wrongComponents() {
        refuses(1, UTTERED.replace("\"number\":3,", ""), "[\"line\"]");
        refuses(1, UTTERED.replace("\"number\":3,", "\"number\":null,"), "[\"number\"]");
        refuses(1, UTTERED.replace(",\"body\":\"سلام\"", ""), "[\"line\"]");
        refuses(1, UTTERED.replace("\"body\":\"سلام\"", "\"body\":null"), "[\"body\"]");
        refuses(1, UTTERED.replace("\"epoch\":2", "\"epoch\":2,\"era\":2"), "[\"era\"]");
        refuses(1, UTTERED.replace("\"OPERATOR\"", "\"ROBOT\""), "[\"speaker\"]");
        refuses(1, UTTERED.replace("2026-11-23T10", "2026-31-23T10"), "[\"at\"]");
    }

    @Test
    @DisplayName("what isn't JSON is refused")
    void notJson() {
        refuses(1, UTTERED + "}", "is not the JSON that Crossdesk writes");
        refuses(1, UTTERED.substring(0, 90), "record 5 ");
        refuses(1, "", "record 5 ");
    }

    private static void refuses(int version, String json, String message) {
        assertThatThrownBy(() -> SESSIONS.read(version, json, "record 5"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith("Nothing was changed.")
                .hasNoCause()
                .message()
                .doesNotContain("سلام");
    }
}
