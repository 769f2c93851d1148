package org.crossdesk.runtime;

import java.time.Duration;
import java.util.Random;

/**
 * What a day of many libraries is like. The rates are those of the literature: AskAway had 70,000 questions in two years
 * at 28 institutions, talks take 10 to 15 minutes, and most come in the afternoon.
 */
final class DayPlan {
    /** Questions of a library a day: 70,000 in two years at 28 institutions. */
    static final double QUESTIONS_PER_LIBRARY = 3.4;

    /** Operators of a library. */
    static final int OPERATORS = 10;

    /** Libraries below one hub, hubs below a national one, and so on. */
    static final int[] TIERS = {40, 10, 5, 5};

    static final int CAPACITY = 2;
    static final Duration DAY = Duration.ofHours(24);

    /** Which part of the day's questions come in each hour. */
    private static final double[] HOURS = {
        0.4, 0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 1.5, 3.5, 6, 8, 8.5, 8, 9, 10, 10, 9, 7, 5, 4, 3.5, 3, 1.7, 0.8
    };

    /** What is asked in, beside the language that all operators share. */
    private static final String[] LANGUAGES = {
        "en", "fa", "ar", "fi", "es", "fr", "ru", "pl", "so", "ti", "ku", "tr", "th", "zh", "vi", "uk", "el", "hu",
        "am", "ja"
    };

    static final String SHARED_LANGUAGE = "sv";
    private static final double OTHER_LANGUAGE = 0.15;
    private static final double MISSES = 0.15;
    private static final double DECLINES = 0.05;
    private static final double OUTAGES_PER_LIBRARY = 0.2;

    private final Random random;

    DayPlan(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** When in the day a question comes. */
    Duration arrival() {
        double all = 0;
        for (double hour : HOURS) {
            all += hour;
        }
        double at = random.nextDouble() * all;
        int hour = 0;
        while (at >= HOURS[hour]) {
            at -= HOURS[hour++];
        }
        return Duration.ofMillis((long) ((hour + random.nextDouble()) * 3_600_000));
    }

    /** What a patron writes in. */
    String language() {
        return random.nextDouble() < OTHER_LANGUAGE ? other() : SHARED_LANGUAGE;
    }

    /** The n-th is known by one n-th of those who know the first. */
    String other() {
        double all = 0;
        for (int n = 1; n <= LANGUAGES.length; n++) {
            all += 1.0 / n;
        }
        double at = random.nextDouble() * all;
        int n = 1;
        while (at >= 1.0 / n && n < LANGUAGES.length) {
            at -= 1.0 / n++;
        }
        return LANGUAGES[n - 1];
    }

    /** How long somebody takes to see that it rings, and to answer: eight seconds the middle one; null: not at all. */
    Duration reaction() {
        return random.nextDouble() < MISSES
                ? null
                : Duration.ofMillis((long) (8_000 * Math.exp(0.6 * random.nextGaussian())));
    }

    boolean declines() {
        return random.nextDouble() < DECLINES;
    }

    /** How long a talk takes: 10 to 15 minutes, some much longer. */
    Duration talk() {
        return Duration.ofMillis((long) (12.5 * 60_000 * Math.exp(0.35 * random.nextGaussian())));
    }

    /** From one desk to another. */
    Duration link() {
        return Duration.ofMillis(10 + random.nextInt(50));
    }

    boolean hasOutage() {
        return random.nextDouble() < OUTAGES_PER_LIBRARY;
    }

    Duration outage() {
        return Duration.ofSeconds(30 + random.nextInt(570));
    }

    int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
