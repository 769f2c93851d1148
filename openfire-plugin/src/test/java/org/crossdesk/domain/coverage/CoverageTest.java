package org.crossdesk.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.crossdesk.domain.competence.HoursLine;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.competence.WorkingHours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final Needs LAW = new Needs(
            List.of(new Language("fa", LanguageLevel.B2), new Language("ar", LanguageLevel.B2)),
            List.of(new Subject(Subject.GENERAL_SCHEME, "law", 2)),
            List.of());

    private static Profile knows(@Nullable WorkingHours hours, String... languages) {
        return new Profile(
                List.of(languages).stream()
                        .map(tag -> new Language(tag, LanguageLevel.C1))
                        .toList(),
                List.of(new Subject(Subject.GENERAL_SCHEME, "law", 3)),
                List.of(),
                null,
                hours);
    }

    private static List<Coverage.Row> rows(List<Profile> people, Needs needs) {
        return Coverage.of(people, needs, SubjectOrder.PLAIN, STOCKHOLM, NOW);
    }

    private static List<Integer> at(Coverage.Row row) {
        return IntStream.range(0, Coverage.HOURS)
                .filter(hour -> row.hours().get(hour) > 0)
                .boxed()
                .toList();
    }

    @Test
    void eachThingThatIsNeededHasARowAlsoWhereNobodyKnowsIt() {
        Profile persian = knows(HoursLine.read("Mon 09:00-11:00 Europe/Stockholm"), "fa", "sv");
        List<Coverage.Row> rows = rows(List.of(persian), LAW);
        assertThat(rows)
                .extracting(Coverage.Row::kind)
                .containsExactly(
                        Coverage.Kind.ALL,
                        Coverage.Kind.LANGUAGE,
                        Coverage.Kind.LANGUAGE,
                        Coverage.Kind.SUBJECT,
                        Coverage.Kind.LANGUAGE);
        assertThat(rows).extracting(Coverage.Row::people).containsExactly(1, 1, 0, 1, 1);
        assertThat(rows).extracting(Coverage.Row::needed).containsExactly(true, true, true, true, false);
        assertThat(at(rows.get(1))).containsExactly(9, 10);
        assertThat(at(rows.get(2))).isEmpty();
        assertThat(rows.get(4).what().languages()).extracting(Language::tag).containsExactly("sv");
    }

    @Test
    void hoursElsewhereAreReckonedIntoThoseOfThePlace() {
        // 08:00 in Tehran is half past five in Stockholm: in the middle of that hour they are there.
        Profile tehran = knows(HoursLine.read("Sat 08:00-10:00 Asia/Tehran"), "fa");
        assertThat(at(rows(List.of(tehran), LAW).get(0))).containsExactly(5 * 24 + 5, 5 * 24 + 6);
        Profile night = knows(HoursLine.read("Sun 22:00-02:00 Europe/Stockholm"), "fa");
        assertThat(at(rows(List.of(night), LAW).get(0))).containsExactly(0, 1, 6 * 24 + 22, 6 * 24 + 23);
    }

    @Test
    void whoSaysNoHoursOrSenselessOnesIsCountedApart() {
        WorkingHours nowhere = new WorkingHours(
                "Nowhere/Atlantis", HoursLine.read("Mon 09:00-17:00 UTC").times());
        Coverage.Row row =
                rows(List.of(knows(null, "fa"), knows(nowhere, "fa")), LAW).get(0);
        assertThat(row.people()).isEqualTo(2);
        assertThat(row.withoutHours()).isEqualTo(2);
        assertThat(at(row)).isEmpty();
    }

    @Test
    void gapsAreOpenHoursInWhichNobodyIsAtWork() {
        Instant nine = Instant.parse("2026-11-23T08:00:00Z");
        List<Boolean> open = Coverage.open(
                moment -> !moment.isBefore(nine) && moment.isBefore(nine.plusSeconds(4 * 3600)), STOCKHOLM, NOW);
        assertThat(Collections.frequency(open, true)).isEqualTo(4);
        assertThat(open.subList(9, 13)).containsOnly(true);
        Profile persian = knows(HoursLine.read("Mon 09:00-11:00 Europe/Stockholm"), "fa");
        List<Coverage.Row> rows = rows(List.of(persian), LAW);
        assertThat(rows.get(0).gaps(open)).isEqualTo(2);
        assertThat(rows.get(2).gaps(open)).isEqualTo(4);
    }

    @Test
    void ofWhatIsNotNeededTheMostKnownIsShown() {
        List<Profile> people = IntStream.range(0, 40)
                .mapToObj(i -> knows(null, "x" + (char) ('a' + i % 20) + (char) ('a' + i % 20), "sv"))
                .toList();
        List<Coverage.Row> rows = rows(people, Needs.NONE);
        List<Coverage.Row> languages = rows.stream()
                .filter(row -> row.kind() == Coverage.Kind.LANGUAGE)
                .toList();
        assertThat(languages).hasSize(Coverage.KNOWN_MAX);
        assertThat(languages.get(0).what().languages())
                .extracting(Language::tag)
                .containsExactly("sv");
        assertThat(languages.get(0).people()).isEqualTo(40);
    }
}
