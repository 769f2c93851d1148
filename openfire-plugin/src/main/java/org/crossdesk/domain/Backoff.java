package org.crossdesk.domain;

import java.time.Duration;

/** How long to wait before something is sent again: a part of the longest wait at first, then twice as long each time. */
public final class Backoff {
    private static final int FIRST_PART = 4;

    private Backoff() {}

    /** The wait after so many vain tries, at most {@code longest}. */
    public static Duration wait(Duration longest, int tries) {
        Duration next = longest.dividedBy(FIRST_PART).multipliedBy(1L << Math.min(tries, FIRST_PART));
        return next.compareTo(longest) < 0 ? next : longest;
    }
}
