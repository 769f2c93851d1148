package org.crossdesk.domain.transfer;

import java.time.Instant;
import org.crossdesk.protocol.session.Extras;
import org.jspecify.annotations.Nullable;

/**
 * What the operator said and the home desk has not yet taken.
 *
 * @param number their count
 * @param extras what it has beside its text, if anything
 * @param aside whether it is for the operators of the session alone
 */
public record Pending(
        long number,
        Instant at,
        String body,
        boolean aside,
        @Nullable Extras extras) {
    /** Words for the patron. */
    public Pending(long number, Instant at, String body) {
        this(number, at, body, false, null);
    }
}
