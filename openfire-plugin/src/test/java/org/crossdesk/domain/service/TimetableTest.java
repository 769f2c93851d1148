package org.crossdesk.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.crossdesk.domain.service.Timetable.Standing;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a service is open. The clocks change in Stockholm on 28 March and 31 October 2027, in New York on 14 March and 7 November. */
class TimetableTest {
    private static final Recurrence RULES = new RecurrenceRules();
    private static final Timetable TIMETABLE = new Timetable(RULES);
    private static final String STOCKHOLM = "Europe/Stockholm";
    private static final String NEW_YORK = "America/New_York";

    private static Hours hours(String zone, String... openings) {
        return HoursLines.read(zone, List.of(openings), List.of(), RULES);
    }

    private static Instant at(String moment) {
        return ZonedDateTime.parse(moment).toInstant();
    }

    private static List<Window> windows(Hours hours, String from, String until) {
        return TIMETABLE.windows(hours, at(from), at(until));
    }

    private static Window window(String from, String until) {
        return new Window(at(from), at(until));
    }

    @Test
    @DisplayName("nine o'clock stays nine o'clock when the clocks change, in Stockholm")
    void stockholm() {
        Hours hours = hours(STOCKHOLM, "daily 09:00-17:00");
        assertThat(windows(hours, "2027-03-27T00:00Z", "2027-03-29T00:00Z"))
                .containsExactly(
                        window("2027-03-27T08:00Z", "2027-03-27T16:00Z"),
                        window("2027-03-28T07:00Z", "2027-03-28T15:00Z"));
        assertThat(windows(hours, "2027-10-30T00:00Z", "2027-11-01T00:00Z"))
                .containsExactly(
                        window("2027-10-30T07:00Z", "2027-10-30T15:00Z"),
                        window("2027-10-31T08:00Z", "2027-10-31T16:00Z"));
    }

    @Test
    @DisplayName("and in New York, on other days")
    void newYork() {
        Hours hours = hours(NEW_YORK, "daily 09:00-17:00");
        assertThat(windows(hours, "2027-03-13T06:00Z", "2027-03-15T04:00Z"))
                .containsExactly(
                        window("2027-03-13T14:00Z", "2027-03-13T22:00Z"),
                        window("2027-03-14T13:00Z", "2027-03-14T21:00Z"));
        assertThat(windows(hours, "2027-11-06T04:00Z", "2027-11-08T05:00Z"))
                .containsExactly(
                        window("2027-11-06T13:00Z", "2027-11-06T21:00Z"),
                        window("2027-11-07T14:00Z", "2027-11-07T22:00Z"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} hours")
    @CsvSource({
        "Europe/Stockholm, 2027-03-27, 7",
        "Europe/Stockholm, 2027-03-29, 8",
        "Europe/Stockholm, 2027-10-30, 9",
        "America/New_York, 2027-03-13, 7",
        "America/New_York, 2027-11-06, 9",
        "America/New_York, 2027-10-30, 8"
    })
    @DisplayName("a night from ten to six is as long as the clocks make it")
    void nights(String zone, LocalDate evening, int length) {
        Hours hours = hours(zone, "FREQ=DAILY;COUNT=1 from " + evening + " 22:00-06:00");
        List<Window> night = windows(hours, evening + "T00:00Z", evening.plusDays(3) + "T00:00Z");
        assertThat(night).hasSize(1);
        assertThat(Duration.between(night.get(0).from(), night.get(0).until())).isEqualTo(Duration.ofHours(length));
    }

    @Test
    @DisplayName("a time that the clocks leave out is an hour later; an opening within that hour is nothing")
    void gap() {
        assertThat(windows(hours(STOCKHOLM, "daily 02:30-04:00"), "2027-03-28T00:00Z", "2027-03-28T12:00Z"))
                .containsExactly(window("2027-03-28T01:30Z", "2027-03-28T02:00Z"));
        assertThat(windows(hours(STOCKHOLM, "daily 02:30-03:15"), "2027-03-28T00:00Z", "2027-03-28T12:00Z"))
                .isEmpty();
    }

    @Test
    @DisplayName("of a time that the clocks show twice the first counts")
    void overlap() {
        assertThat(windows(hours(STOCKHOLM, "daily 02:30-04:00"), "2027-10-31T00:00Z", "2027-10-31T12:00Z"))
                .containsExactly(window("2027-10-31T00:30Z", "2027-10-31T03:00Z"));
    }

    @Test
    @DisplayName("whole days are one opening, of 23, 24 and 25 hours")
    void wholeDays() {
        Hours always = hours(STOCKHOLM, "daily 00:00-24:00");
        assertThat(windows(always, "2027-03-01T00:00Z", "2027-11-30T00:00Z"))
                .containsExactly(window("2027-03-01T00:00Z", "2027-11-30T00:00Z"));
        assertThat(TIMETABLE.standing(always, at("2027-03-28T00:59:59Z"))).isEqualTo(new Standing(true, null));
    }

    @Test
    @DisplayName("an end is the first moment after it, a beginning the first moment in it")
    void ends() {
        Hours hours = hours(STOCKHOLM, "mo-fr 09:00-17:00");
        Instant monday = at("2027-06-07T07:00Z");
        assertThat(TIMETABLE.isOpen(hours, monday.minusNanos(1))).isFalse();
        assertThat(TIMETABLE.isOpen(hours, monday)).isTrue();
        assertThat(TIMETABLE.isOpen(hours, at("2027-06-07T15:00Z").minusNanos(1)))
                .isTrue();
        assertThat(TIMETABLE.isOpen(hours, at("2027-06-07T15:00Z"))).isFalse();
        assertThat(TIMETABLE.standing(hours, monday)).isEqualTo(new Standing(true, at("2027-06-07T15:00Z")));
        assertThat(TIMETABLE.standing(hours, at("2027-06-04T15:00Z"))).isEqualTo(new Standing(false, monday));
    }

    @Test
    @DisplayName("special days come instead of the rules, and end with themselves")
    void special() {
        Hours hours = HoursLines.read(
                STOCKHOLM,
                List.of("daily 09:00-17:00"),
                List.of("2027-12-24..2027-12-26 closed", "2027-12-31 09:00-12:00", "2027-12-31 13:00-14:00"),
                RULES);
        assertThat(windows(hours, "2027-12-23T00:00Z", "2027-12-28T00:00Z"))
                .containsExactly(
                        window("2027-12-23T08:00Z", "2027-12-23T16:00Z"),
                        window("2027-12-27T08:00Z", "2027-12-27T16:00Z"));
        assertThat(windows(hours, "2027-12-31T00:00Z", "2028-01-01T00:00Z"))
                .containsExactly(
                        window("2027-12-31T08:00Z", "2027-12-31T11:00Z"),
                        window("2027-12-31T12:00Z", "2027-12-31T13:00Z"));
        assertThat(TIMETABLE.standing(hours, at("2027-12-24T00:00Z")))
                .isEqualTo(new Standing(false, at("2027-12-27T08:00Z")));
    }

    @Test
    @DisplayName("what opens again only after the near days is found too")
    void farAway() {
        Hours hours = hours(STOCKHOLM, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1 09:00-17:00");
        assertThat(TIMETABLE.standing(hours, at("2027-02-02T00:00Z")))
                .isEqualTo(new Standing(false, at("2028-02-01T08:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;UNTIL=20261231 09:00-17:00",
                "FREQ=DAILY;COUNT=3 from 2026-01-01 09:00-17:00",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 09:00-17:00"
            })
    @DisplayName("hours that are over, or never come, never open")
    void never(String line) {
        Hours hours = hours(STOCKHOLM, line);
        assertThat(TIMETABLE.opens(hours, at("2027-01-02T00:00Z"))).isFalse();
        assertThat(TIMETABLE.standing(hours, at("2027-01-02T00:00Z"))).isEqualTo(new Standing(false, null));
    }

    @Test
    @DisplayName("every other week is counted from its first day")
    void everyOther() {
        Hours hours = hours(STOCKHOLM, "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-27 18:00-20:00");
        assertThat(windows(hours, "2026-11-20T00:00Z", "2026-12-26T00:00Z"))
                .containsExactly(
                        window("2026-11-27T17:00Z", "2026-11-27T19:00Z"),
                        window("2026-12-11T17:00Z", "2026-12-11T19:00Z"),
                        window("2026-12-25T17:00Z", "2026-12-25T19:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("a moment is open exactly if a window has it, and a standing ends where the next begins")
    void agreement(long seed) {
        Random random = new Random(seed);
        TreeSet<String> days = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            days.add(List.of("mo", "tu", "we", "th", "fr", "sa", "su").get(random.nextInt(7)));
        }
        Hours hours = hours(
                random.nextBoolean() ? STOCKHOLM : NEW_YORK,
                String.join(",", days) + " "
                        + String.format("%02d:30-%02d:15", random.nextInt(24), random.nextInt(24)));
        Instant from = at("2027-03-10T00:00Z").plus(Duration.ofDays(random.nextInt(240)));
        List<Window> windows = TIMETABLE.windows(hours, from, from.plus(Duration.ofDays(30)));
        for (int i = 0; i < 200; i++) {
            Instant moment = from.plusSeconds(random.nextInt(20 * 24 * 3600));
            boolean inside =
                    windows.stream().anyMatch(one -> !moment.isBefore(one.from()) && moment.isBefore(one.until()));
            Standing standing = TIMETABLE.standing(hours, moment);
            assertThat(TIMETABLE.isOpen(hours, moment))
                    .as("seed %d at %s", seed, moment)
                    .isEqualTo(inside);
            assertThat(standing.open()).as("seed %d at %s", seed, moment).isEqualTo(inside);
            assertThat(windows)
                    .as("seed %d at %s", seed, moment)
                    .anyMatch(one -> (inside ? one.until() : one.from()).equals(standing.until()));
        }
    }
}
