package org.crossdesk.domain.service;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours as people write them: {@code mo-fr 09:00-17:00}, {@code daily 22:00-06:00}, {@code FREQ=MONTHLY;BYDAY=1SA
 * 10:00-14:00}, {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-27 18:00-20:00}; and of special days
 * {@code 2026-12-24..2026-12-26 closed}, {@code 2026-12-31 09:00-12:00}. What is wrong names its line.
 */
public final class HoursLines {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String SPAN = "\\s+(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})";
    private static final Pattern OPENING = Pattern.compile("(?i)(\\S+)(?:\\s+from\\s+(\\S+))?" + SPAN);
    private static final Pattern SPECIAL =
            Pattern.compile("(?i)([\\d-]+)(?:\\s*\\.\\.\\s*([\\d-]+))?(?:\\s+closed|" + SPAN + ")");
    private static final Pattern DATE = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");
    private static final String DAY = "(mo|tu|we|th|fr|sa|su)";
    private static final Pattern WEEKDAYS =
            Pattern.compile("(?i)" + DAY + "(-" + DAY + ")?(," + DAY + "(-" + DAY + ")?)*");

    /** Without a first day nobody knows which of the weeks, or of the days, such a rule means. */
    private static final Pattern COUNTS = Pattern.compile("INTERVAL=|COUNT=");

    private HoursLines() {}

    /** Reads hours; {@code recurrence} says whether rules are rules. */
    public static Hours read(String zone, List<String> openings, List<String> special, Recurrence recurrence) {
        return new Hours(
                Hours.zone(zone),
                openings.stream().map(line -> opening(line, recurrence)).toList(),
                special.stream().map(HoursLines::special).toList());
    }

    /** The hours of ordinary days, a line each. */
    public static List<String> openings(Hours hours) {
        return hours.openings().stream()
                .map(one -> one.rule()
                        + (one.begins().equals(Opening.BEGINS_DEFAULT) ? "" : " from " + one.begins())
                        + " " + one.span())
                .toList();
    }

    /** The special days, a line each. */
    public static List<String> special(Hours hours) {
        return hours.special().stream()
                .map(one -> one.first()
                        + (one.last().equals(one.first()) ? "" : ".." + one.last())
                        + " " + (one.span() == null ? "closed" : one.span()))
                .toList();
    }

    private static Opening opening(String line, Recurrence recurrence) {
        Matcher parts = OPENING.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("hours: write \"" + line + "\" as days and times: mo-fr 09:00-17:00,"
                    + " or FREQ=MONTHLY;BYDAY=1SA 10:00-14:00");
        }
        String rule = rule(parts.group(1));
        String from = parts.group(2);
        LocalDate begins = from == null ? Opening.BEGINS_DEFAULT : day(from);
        try {
            recurrence.days(rule, begins, begins, begins);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hours: " + e.getMessage(), e);
        }
        boolean counts = COUNTS.matcher(rule).find() || !(rule.contains("BY") || rule.startsWith("FREQ=DAILY"));
        if (from == null && counts) {
            throw new IllegalArgumentException("hours: \"" + line + "\" needs the day from which it counts: "
                    + parts.group(1) + " from 2026-11-30 09:00-17:00");
        }
        return new Opening(rule, begins, span(parts.group(3), parts.group(4)));
    }

    private static String rule(String typed) {
        if (typed.equalsIgnoreCase("daily")) {
            return "FREQ=DAILY";
        }
        return WEEKDAYS.matcher(typed).matches()
                ? "FREQ=WEEKLY;BYDAY=" + String.join(",", weekdays(typed.toUpperCase(Locale.ROOT)))
                : typed.toUpperCase(Locale.ROOT);
    }

    private static List<String> weekdays(String typed) {
        List<String> days = new ArrayList<>();
        for (String part : typed.split(",")) {
            String[] ends = part.split("-");
            int day = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            days.add(DAYS.get(day));
            while (day != last) {
                day = (day + 1) % DAYS.size();
                days.add(DAYS.get(day));
            }
        }
        return DAYS.stream().filter(days::contains).toList();
    }

    private static SpecialDays special(String line) {
        Matcher parts = SPECIAL.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("special days: write \"" + line
                    + "\" as a day or days, and hours or 'closed': 2026-12-24..2026-12-26 closed");
        }
        LocalDate first = day(parts.group(1));
        LocalDate last = parts.group(2) == null ? first : day(parts.group(2));
        return new SpecialDays(first, last, parts.group(3) == null ? null : span(parts.group(3), parts.group(4)));
    }

    private static LocalDate day(String typed) {
        try {
            if (DATE.matcher(typed).matches()) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + typed + "' is no day of the calendar", e);
        }
        throw new IllegalArgumentException("'" + typed + "' is no day: write 2026-12-24");
    }

    private static Span span(String from, String until) {
        return new Span(time(from), until.equals("24:00") ? LocalTime.MIDNIGHT : time(until));
    }

    private static LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed.length() < "00:00".length() ? "0" + typed : typed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + typed + "' is no time of the day: write 09:30", e);
        }
    }
}
