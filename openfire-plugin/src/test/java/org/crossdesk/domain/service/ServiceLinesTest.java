package org.crossdesk.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, hours and steps as coordinators write them. */
class ServiceLinesTest {
    private static final Recurrence RULES = new RecurrenceRules();
    private static final Address LAW = Address.parse("ask-law@ask.north.test");

    private static Hours hours(String opening) {
        return HoursLines.read("Europe/Stockholm", List.of(opening), List.of(), RULES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mo-fr 09:00-17:00|FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-17:00",
                "sa-mo,we 9:00 - 24:00|FREQ=WEEKLY;BYDAY=MO,WE,SA,SU 09:00-00:00",
                "daily 22:00-06:00|FREQ=DAILY 22:00-06:00",
                "FREQ=DAILY;COUNT=3 from 2026-11-27 18:00-20:00|FREQ=DAILY;COUNT=3 from 2026-11-27 18:00-20:00",
                "freq=monthly;byday=1sa 10:00-14:00|FREQ=MONTHLY;BYDAY=1SA 10:00-14:00"
            })
    @DisplayName("hours are written as they were read")
    void written(String typed, String written) {
        Hours hours = hours(typed);
        assertThat(HoursLines.openings(hours)).containsExactly(written);
        assertThat(hours(written)).isEqualTo(hours);
    }

    @Test
    @DisplayName("so are special days")
    void special() {
        List<String> lines = List.of("2026-12-24..2026-12-26 closed", "2026-12-31 09:00-12:00");
        assertThat(HoursLines.special(HoursLines.read("UTC", List.of("daily 09:00-17:00"), lines, RULES)))
                .isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mo-fr|write \"mo-fr\" as days and times",
                "mo-xx 09:00-17:00|'MO-XX' is no recurrence rule",
                "FREQ=WEEKLY;BYDAY=XX 09:00-17:00|is no recurrence rule",
                "FREQ=HOURLY;BYDAY=MO 09:00-17:00|is finer than days",
                "FREQ=DAILY;BYHOUR=9 09:00-17:00|is finer than days",
                "FREQ=DAILY;UNTIL=20261231T120000Z 09:00-17:00|ends at a time",
                "FREQ=WEEKLY 09:00-17:00|needs the day from which it counts",
                "FREQ=DAILY;INTERVAL=2 09:00-17:00|needs the day from which it counts",
                "FREQ=DAILY;COUNT=2 from tomorrow 09:00-17:00|'tomorrow' is no day",
                "daily 09:00-25:00|'25:00' is no time of the day"
            })
    @DisplayName("what are no hours says which line it is, and what to write")
    void noHours(String typed, String why) {
        assertThatThrownBy(() -> hours(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Stockholm", "CET+1", "+02:00", "Mars/Olympus"})
    @DisplayName("a time zone is a place: offsets know no summer time")
    void zones(String zone) {
        assertThatThrownBy(() -> HoursLines.read(zone, List.of("daily 09:00-17:00"), List.of(), RULES))
                .hasMessageContaining("is no time zone: write a place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "christmas closed|write \"christmas closed\" as a day",
                "2026-12-26..2026-12-24 closed|write the earlier day first",
                "0001-01-01 closed|'0001-01-01' is no day",
                "2026-13-01 closed|'2026-13-01' is no day"
            })
    @DisplayName("what are no special days says so")
    void noSpecialDays(String typed, String why) {
        assertThatThrownBy(() -> HoursLines.read("UTC", List.of("daily 09:00-17:00"), List.of(typed), RULES))
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("a day is not open and closed")
    void contradiction() {
        assertThatThrownBy(() -> HoursLines.read(
                        "UTC",
                        List.of("daily 09:00-17:00"),
                        List.of("2026-12-24..2026-12-31 closed", "2026-12-31 09:00-12:00"),
                        RULES))
                .hasMessageContaining("keep one of both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ask Nordic Law", "a@b", "", "-law", "law/1", "s-aaaaaaaaaaaaaaaaaaaaaaaaaa", "law\u0000"})
    @DisplayName("what can't be a node is no name")
    void noNames(String name) {
        assertThatThrownBy(() -> ServiceName.at("ask.north.test", name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a name is a node in any script, in lower case")
    void names() {
        assertThat(ServiceName.at("ask.north.test", "Ask-Nordic.Law_2")).hasToString("ask-nordic.law_2@ask.north.test");
        assertThat(ServiceName.at("ask.north.test", "قانون")).hasToString("قانون@ask.north.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own 30",
                "ask-north@ask.north.test 40 languages",
                "own 20 lang=B1 level=2",
                "own 20 nothing lang=NATIVE level=3 ring=all",
                "ask-medicine@ask.tehran.test 20 for=medicine for=psychology:2 for-lang=ar"
            })
    @DisplayName("steps are written as they were read")
    void steps(String line) {
        assertThat(StepLines.write(step(line), LAW)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own",
                "own soon",
                "own 3601",
                "own 0",
                "own 30 law",
                "own 30 level=4",
                "own 30 ring=none",
                "own 30 for=",
                "own 30 for-lang=Persian language",
                "a b 3"
            })
    @DisplayName("what is no step says so")
    void noSteps(String line) {
        assertThatThrownBy(() -> step(line)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Step step(String line) {
        return StepLines.read(line, LAW, typed -> {
            String[] parts = typed.split(":");
            return new Subject("general", parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
        });
    }

    @Test
    @DisplayName("a step for something is taken by what needs it, or a part of it")
    void takes() {
        SubjectOrder order = (has, need) ->
                has.concept().equals("medicine") && need.concept().equals("cardiology")
                        ? SubjectOrder.Relation.COVERS
                        : SubjectOrder.PLAIN.relation(has, need);
        Step medicine = step("ask-medicine@ask.tehran.test 20 for=medicine for-lang=ar");
        for (String concept : List.of("medicine", "cardiology")) {
            assertThat(medicine.isFor(about(concept), order)).isTrue();
        }
        assertThat(medicine.isFor(about("law"), order)).isFalse();
        assertThat(medicine.isFor(Needs.NONE, order)).isFalse();
        assertThat(medicine.isFor(
                        new Needs(List.of(new Language("ar", LanguageLevel.B2)), List.of(), List.of()), order))
                .isTrue();
        assertThat(step("cardiology 20 for=cardiology").isFor(about("medicine"), order))
                .as("a group for a part of it")
                .isFalse();
        assertThat(step("own 20").isFor(Needs.NONE, order)).isTrue();
    }

    private static Needs about(String concept) {
        return new Needs(List.of(), List.of(new Subject("general", concept, 2)), List.of());
    }

    @Test
    @DisplayName("a step insists on its levels and no more")
    void relaxes() {
        Needs needs = new Needs(
                List.of(new Language("fi", LanguageLevel.C1), new Language("sv", LanguageLevel.A2)),
                List.of(new Subject("general", "law", 3)),
                List.of());
        assertThat(step("own 20 lang=B1 level=2").relax(needs))
                .isEqualTo(new Needs(
                        List.of(new Language("fi", LanguageLevel.B1), new Language("sv", LanguageLevel.A2)),
                        List.of(new Subject("general", "law", 2)),
                        List.of()));
        assertThat(step("own 20 languages level=2").relax(needs).subjects()).isEmpty();
        assertThat(step("own 20").relax(needs)).isEqualTo(needs);
    }

    @Test
    @DisplayName("the days of a rule are those of its month, and no others")
    void days() {
        assertThat(RULES.days(
                        "FREQ=MONTHLY;BYDAY=-1FR",
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 12, 31)))
                .containsExactly(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 25));
    }
}
