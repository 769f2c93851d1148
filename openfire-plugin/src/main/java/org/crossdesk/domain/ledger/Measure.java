package org.crossdesk.domain.ledger;

import java.time.Instant;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a thing that counts happened, so that it can be counted by service and time.
 *
 * @param service the service of this desk that it is about
 * @param seconds how long the patron had waited by then, where it ends a wait
 */
public record Measure(Address service, Instant at, @Nullable Integer seconds) {
    private static final int SECONDS_MAX = 86_400;

    /** Ends a wait that began at {@code since}; one of more than a day counts as a day. */
    public static Measure ofWait(Address service, Instant since, Instant at) {
        long seconds = Math.max(0, java.time.Duration.between(since, at).toSeconds());
        return new Measure(service, at, (int) Math.min(seconds, SECONDS_MAX));
    }

    /** Ends no wait. */
    public static Measure at(Address service, Instant at) {
        return new Measure(service, at, null);
    }
}
