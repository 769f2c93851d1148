package org.crossdesk.domain.statistics;

import java.time.Instant;
import org.crossdesk.protocol.Address;

/**
 * What happened at a service in half an hour. There are places whose hours begin at half past those of others.
 *
 * @param halfHour which one, counted from 1970-01-01T00:00Z
 */
public record Tallied(Address service, Side side, long halfHour, Tally tally) {
    private static final int SECONDS = 1_800;

    /** In which half hour a moment lies. */
    public static long halfHour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** When it begins. */
    public Instant from() {
        return Instant.ofEpochSecond(halfHour * SECONDS);
    }

    /** The first moment after it. */
    public Instant until() {
        return Instant.ofEpochSecond((halfHour + 1) * SECONDS);
    }
}
