package org.crossdesk.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One thing that counts. Holds no patron, no text and no session.
 *
 * @param kind what happened
 * @param library the other library's domain: who answered, or whom we answered for
 * @param detail the resolution, where it has one
 * @param read the READ value, where it has one
 * @param measure where and when, for what is counted by service and time
 */
public record LedgerEntry(
        Kind kind,
        String library,
        @Nullable String detail,
        @Nullable Integer read,
        @Nullable Measure measure) {
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
        DECLINED_FOR,
        /** A question of {@code library} came to the staff room of a service of ours. */
        QUESTION_CAME,
        /** A question that waited there was taken by an operator of {@code library}. */
        QUESTION_TAKEN,
        /** Nobody there took a question of {@code library} in its time; its home desk asks elsewhere. */
        QUESTION_PASSED_ON,
        /** A question of {@code library} that waited there was withdrawn. */
        QUESTION_LEFT,
        /** A session that has an owner was to be handed to somebody there, by {@code library}. */
        HANDOVER_CAME
    }

    /** Counted by its kind alone. */
    public LedgerEntry(Kind kind, String library, @Nullable String detail, @Nullable Integer read) {
        this(kind, library, detail, read, null);
    }

    /** The same, counted by service and time too; without a measure as before. */
    public LedgerEntry measured(@Nullable Measure by) {
        return new LedgerEntry(kind, library, detail, read, by);
    }
}
