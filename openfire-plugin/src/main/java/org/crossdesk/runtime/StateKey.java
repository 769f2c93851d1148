package org.crossdesk.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Names one state.
 *
 * @param kind which machine it belongs to
 * @param id its name among those
 */
public record StateKey(Kind kind, String id) {
    /** The kinds of state. */
    public enum Kind {
        SESSION,
        ENGAGEMENT,
        /** Not kept over a restart: the home desk asks again. */
        QUESTION,
        OUTBOX,
        LEDGER;

        /** Whether states of this kind have records in the journal. */
        boolean kept() {
            return this != QUESTION;
        }
    }

    // By hand: every effect is looked up by it, and what a record is given is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof StateKey key && kind == key.kind && id.equals(key.id));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
