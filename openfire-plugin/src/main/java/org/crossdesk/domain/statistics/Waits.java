package org.crossdesk.domain.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long patrons waited, in bounded room: to the second below two minutes, then more coarsely. Immutable.
 *
 * @param bySeconds how many waited for so many seconds, rounded down
 */
public record Waits(Map<Integer, Integer> bySeconds) {
    /** Nobody has waited. */
    public static final Waits NONE = new Waits(Map.of());

    /** A longer wait counts as this one: a day. */
    static final int LONGEST_SECONDS = 86_400;

    private static final int EXACT_BELOW = 120;
    private static final int FIVES_BELOW = 600;
    private static final int MINUTES_BELOW = 3_600;
    private static final int PERCENT = 100;

    public Waits {
        bySeconds = Map.copyOf(bySeconds);
    }

    /** With one more wait. */
    public Waits plus(int seconds) {
        Map<Integer, Integer> sums = new TreeMap<>(bySeconds);
        sums.merge(rounded(seconds), 1, Integer::sum);
        return new Waits(sums);
    }

    /** With those others. */
    public Waits plus(Waits others) {
        Map<Integer, Integer> sums = new TreeMap<>(bySeconds);
        others.bySeconds.forEach((seconds, many) -> sums.merge(seconds, many, Integer::sum));
        return new Waits(sums);
    }

    private static int rounded(int seconds) {
        int bounded = Math.max(0, Math.min(seconds, LONGEST_SECONDS));
        int step = bounded < EXACT_BELOW ? 1 : bounded < FIVES_BELOW ? 5 : bounded < MINUTES_BELOW ? 60 : 600;
        return bounded - bounded % step;
    }

    /** How many waited. */
    public int count() {
        return bySeconds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** So many of a hundred waited no longer than this, in seconds (nearest rank); null where nobody waited. */
    public @Nullable Integer percentile(int percent) {
        long rank = Math.max(1, ((long) percent * count() + PERCENT - 1) / PERCENT);
        long passed = 0;
        for (Map.Entry<Integer, Integer> one : new TreeMap<>(bySeconds).entrySet()) {
            passed += one.getValue();
            if (passed >= rank) {
                return one.getKey();
            }
        }
        return null;
    }
}
