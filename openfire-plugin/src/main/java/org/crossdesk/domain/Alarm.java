package org.crossdesk.domain;

import org.jspecify.annotations.Nullable;

/**
 * A timer that comes back as an event.
 *
 * @param kind what it is for; for each state, one timer runs for each kind and subject
 * @param subject what it was set for; a late one is told from a current one by it
 */
public record Alarm(Kind kind, String subject) {
    /** What a timer is for. */
    public enum Kind {
        STEP,
        RING,
        RESEND,
        LEASE,
        /** The owner of a session has been away for too long. */
        TAKE_BACK,
        /** The patron has been gone for too long. */
        GRACE,
        /** A person whose words are held for them has been gone for too long. */
        HOLD,
        /** A question was to be answered later, and was not. */
        FOLLOW_UP,
        /** Set by the runtime alone, when it takes a state up again. */
        RESTART
    }

    // By hand: every line sets one anew, and what a record is given is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Alarm alarm && kind == alarm.kind && subject.equals(alarm.subject));
    }

    @Override
    public int hashCode() {
        return 31 * kind.ordinal() + subject.hashCode();
    }
}
