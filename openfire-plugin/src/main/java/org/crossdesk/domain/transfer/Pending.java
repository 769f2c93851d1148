package org.crossdesk.domain.transfer;

import java.time.Instant;

/**
 * What the operator said and the home desk has not yet taken.
 *
 * @param number their count
 * @param aside whether it is for the operators of the session alone
 */
public record Pending(long number, Instant at, String body, boolean aside) {
    /** Words for the patron. */
    public Pending(long number, Instant at, String body) {
        this(number, at, body, false);
    }
}
