package org.crossdesk.domain.service;

import java.time.Instant;

/**
 * A time in which a service is open.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
public record Window(Instant from, Instant until) {
    /** Where the clocks change an opening of some minutes can be nothing. */
    boolean isEmpty() {
        return !from.isBefore(until);
    }
}
