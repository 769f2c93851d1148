package org.crossdesk.domain.statistics;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What half hours come to by the hours or the days of a place. */
public final class Summary {
    private Summary() {}

    /** How long the times are. */
    public enum By {
        HOUR,
        DAY
    }

    /**
     * A time in which something happened.
     *
     * @param from when it began, by the clocks of the place; an hour that these show twice is one
     */
    public record Row(LocalDateTime from, Tally tally) {}

    /** The times in which something happened, in order. */
    public static List<Row> of(List<Tallied> tallies, ZoneId zone, By by) {
        Map<LocalDateTime, Tally> sums = new TreeMap<>();
        for (Tallied one : tallies) {
            ZonedDateTime at = one.from().atZone(zone);
            LocalTime time = by == By.DAY ? LocalTime.MIDNIGHT : LocalTime.of(at.getHour(), 0);
            sums.merge(LocalDateTime.of(at.toLocalDate(), time), one.tally(), Tally::plus);
        }
        return sums.entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue()))
                .toList();
    }

    /** All of it together. */
    public static Tally total(List<Row> rows) {
        return rows.stream().map(Row::tally).reduce(Tally.NONE, Tally::plus);
    }
}
