package org.crossdesk.protocol.competence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.protocol.Bounds;

/**
 * When an operator is usually at work, for whoever looks for them. Competence Profiles, section "Note and Working Hours".
 *
 * @param zone the time zone that they are said in, by its name in the IANA database
 * @param times when, week by week
 */
public record WorkingHours(String zone, List<Time> times) {
    /** Longest name of a time zone. */
    static final int ZONE_MAX_CHARS = 64;

    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*");
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])");
    private static final int MINUTES_OF_HOUR = 60;

    /** A day of the week. */
    public enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN;

        /** As it is written: {@code mon}. */
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A time of one day of the week.
     *
     * @param from when it begins, in minutes since midnight
     * @param to when it ends; not later than its beginning: on the next day
     */
    public record Time(Day day, int from, int to) {
        private static final int LAST = 24 * MINUTES_OF_HOUR - 1;

        public Time {
            Bounds.range("from", from, 0, LAST);
            Bounds.range("to", to, 0, LAST);
        }
    }

    public WorkingHours {
        if (zone.length() > ZONE_MAX_CHARS || !ZONE.matcher(zone).matches()) {
            throw new IllegalArgumentException("'" + zone + "' is not the name of a time zone");
        }
        times = Bounds.list("times", times, Bounds.TIMES_MAX);
        if (times.isEmpty()) {
            throw new IllegalArgumentException("working hours without a time");
        }
    }

    /** Reads {@code 09:30}. */
    public static int minutes(String clock) {
        Matcher matcher = CLOCK.matcher(clock);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + clock + "' is not a time: write it as 09:30");
        }
        return Integer.parseInt(matcher.group(1)) * MINUTES_OF_HOUR + Integer.parseInt(matcher.group(2));
    }

    /** Writes {@code 09:30}. */
    public static String clock(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
    }
}
