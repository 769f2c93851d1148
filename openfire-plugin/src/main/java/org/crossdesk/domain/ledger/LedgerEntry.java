package org.crossdesk.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One thing that counts. Holds no patron, no text and no session.
 *
 * @param kind what happened
 * @param library the other library's domain: who answered, or whom we answered for
 * @param detail the resolution, where it has one
 * @param read the READ value, where it has one
 */
public record LedgerEntry(
        Kind kind,
        String library,
        @Nullable String detail,
        @Nullable Integer read) {
    /** What happened. */
    public enum Kind {
        /** A patron of ours began a session. */
        ASKED,
        /** A session of ours was accepted by an operator of {@code library}. */
        ANSWERED_BY,
        /** A session of ours changed hands to an operator of {@code library}. */
        TRANSFERRED_TO,
        /** A session of ours was taken back from {@code library}, which did not know that it owned it. */
        TAKEN_BACK_FROM,
        /** A session of ours is to be answered later; {@code library} owned it, or nobody did. */
        FOLLOW_UP,
        /** A session of ours was closed; {@code library} owned it. */
        CLOSED,
        /** An operator of ours accepted a session of {@code library}. */
        ANSWERED_FOR,
        /** An operator of ours closed a session of {@code library}. */
        CLOSED_FOR,
        /** An operator of ours declined a question of {@code library}. */
        DECLINED_FOR
    }
}
