package org.crossdesk.runtime;

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
}
