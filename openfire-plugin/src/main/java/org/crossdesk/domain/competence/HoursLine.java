package org.crossdesk.domain.competence;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crossdesk.protocol.competence.WorkingHours;
import org.crossdesk.protocol.competence.WorkingHours.Day;
import org.crossdesk.protocol.competence.WorkingHours.Time;
import org.jspecify.annotations.Nullable;

/** Working hours as people write them: {@code Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Stockholm}. */
public final class HoursLine {
    private static final String HOW = "write them as Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Stockholm";

    private HoursLine() {}

    /** Reads them; nothing where nothing is written. An {@link IllegalArgumentException} says what is wrong. */
    public static @Nullable WorkingHours read(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return null;
        }
        int last = text.lastIndexOf(' ');
        String zone = text.substring(last + 1);
        if (last < 0 || !known(zone)) {
            throw new IllegalArgumentException("hours: '" + zone + "' is no time zone; " + HOW);
        }
        List<Time> times = new ArrayList<>();
        for (String part : text.substring(0, last).split("[,;]")) {
            times.addAll(times(part.strip()));
        }
        try {
            return new WorkingHours(zone, times);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hours: " + e.getMessage(), e);
        }
    }

    private static boolean known(String zone) {
        try {
            return ZoneId.of(zone).getId().equals(zone) && !zone.startsWith("+") && !zone.startsWith("-");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<Time> times(String part) {
        String[] words = part.split("\\s+");
        String[] clock = words.length == 2 ? words[1].split("-", -1) : new String[0];
        if (clock.length != 2) {
            throw new IllegalArgumentException("hours: '" + part + "'; " + HOW);
        }
        try {
            int from = WorkingHours.minutes(padded(clock[0]));
            int to = WorkingHours.minutes(padded(clock[1]));
            return days(words[0]).stream().map(day -> new Time(day, from, to)).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hours: '" + part + "': " + e.getMessage() + "; " + HOW, e);
        }
    }

    private static String padded(String clock) {
        return clock.length() == 4 ? "0" + clock : clock.equals("24:00") ? "00:00" : clock;
    }

    private static Set<Day> days(String text) {
        String[] ends = text.split("-", -1);
        Day first = day(ends[0]);
        Day last = ends.length == 1 ? first : day(ends[1]);
        if (ends.length > 2) {
            throw new IllegalArgumentException("'" + text + "' is no day of the week");
        }
        Set<Day> days = EnumSet.of(first);
        for (int at = first.ordinal(); at != last.ordinal(); at = (at + 1) % Day.values().length) {
            days.add(Day.values()[at]);
        }
        days.add(last);
        return days;
    }

    private static Day day(String text) {
        for (Day day : Day.values()) {
            if (day.keyword().equals(text.toLowerCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no day of the week: Mon, Tue, Wed, Thu, Fri, Sat, Sun");
    }

    /** Writes them, days with the same times together; nothing where there are none. */
    public static String write(@Nullable WorkingHours hours) {
        if (hours == null) {
            return "";
        }
        Map<String, Set<Day>> byClock = new LinkedHashMap<>();
        hours.times()
                .forEach(time -> byClock.computeIfAbsent(
                                WorkingHours.clock(time.from()) + "-" + WorkingHours.clock(time.to()),
                                any -> EnumSet.noneOf(Day.class))
                        .add(time.day()));
        List<String> parts = new ArrayList<>();
        byClock.forEach((clock, days) -> runs(days).forEach(run -> parts.add(run + " " + clock)));
        return String.join(", ", parts) + " " + hours.zone();
    }

    /** Days behind each other as {@code Mon-Fri}. */
    private static List<String> runs(Set<Day> days) {
        List<String> runs = new ArrayList<>();
        Day[] week = Day.values();
        for (int at = 0; at < week.length; at++) {
            if (days.contains(week[at])) {
                int end = at;
                while (end + 1 < week.length && days.contains(week[end + 1])) {
                    end++;
                }
                runs.add(end == at ? shown(week[at]) : shown(week[at]) + "-" + shown(week[end]));
                at = end;
            }
        }
        return runs;
    }

    private static String shown(Day day) {
        return day.name().charAt(0) + day.keyword().substring(1);
    }
}
