package org.crossdesk.domain.transfer;

import java.time.Instant;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Utterance;
import org.jspecify.annotations.Nullable;

/** What changes an engagement. */
public sealed interface EngagementRecord {
    /** One method a kind. */
    interface Visitor<R> {
        R rung(Rung rung);

        R accepting(Accepting accepting);

        R wrote(Wrote wrote);

        R engaged(Engaged engaged);

        R received(Received received);

        R unsaid(Unsaid unsaid);

        R absent(Absent absent);

        R over(Over over);

        R triedInVain(TriedInVain tried);

        R closingAsked(ClosingAsked asked);

        R closingRefused(ClosingRefused refused);

        R failureHeard(FailureHeard heard);

        R followUpKept(FollowUpKept kept);

        R standing(Standing standing);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Whether it is written. */
    default boolean kept() {
        return true;
    }

    /**
     * The operator is rung.
     *
     * @param saidBefore ids of what they said when they had the session before, if they had: a retry is not said anew
     * @param until how long it rings. Null in what earlier versions stored
     */
    record Rung(
            Address operator,
            Address account,
            Call call,
            Address service,
            @Nullable List<String> saidBefore,
            @Nullable Instant until)
            implements EngagementRecord {
        public Rung {
            saidBefore = saidBefore == null ? null : List.copyOf(saidBefore);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rung(this);
        }
    }

    /** The operator takes the session, if the home desk agrees. */
    record Accepting() implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accepting(this);
        }
    }

    /**
     * The operator wrote something for the patron.
     *
     * @param markable whether their client wants to hear that it was seen; none: no
     */
    record Wrote(
            Pending words,
            Address client,
            @Nullable String messageId,
            @Nullable Boolean markable) implements EngagementRecord {
        /** Words whose sender does not want to hear that they were seen. */
        public Wrote(Pending words, Address client, @Nullable String messageId) {
            this(words, client, messageId, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wrote(this);
        }
    }

    /** The home desk has committed: the operator owns the session, or is beside its owner. */
    record Engaged(
            long epoch, long transcriptUpTo, @Nullable Role role) implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.engaged(this);
        }
    }

    /** Lines came, in order, without those that were here. */
    record Received(List<Utterance> utterances) implements EngagementRecord {
        public Received {
            utterances = List.copyOf(utterances);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.received(this);
        }
    }

    /** The home desk did not take the operator's words of this number, which is used up. */
    record Unsaid(long number) implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unsaid(this);
        }
    }

    /** No client of the operator has been there for a while, or one is again. */
    record Absent(boolean away) implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.absent(this);
        }
    }

    /** The home desk has not answered in time. Not written: a restart begins anew. */
    record TriedInVain() implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.triedInVain(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /** The operator closes the session, as soon as the home desk does it. */
    record ClosingAsked(Closing closing) implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closingAsked(this);
        }
    }

    /** The home desk does not close it. */
    record ClosingRefused() implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closingRefused(this);
        }
    }

    /** The operator is told that the transfer by this question came to nothing. */
    record FailureHeard(QuestionId question) implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failureHeard(this);
        }
    }

    /** The home desk has left it to the operator to answer later. */
    record FollowUpKept() implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.followUpKept(this);
        }
    }

    /** All that the records before it came to: what is before it need not be kept. */
    record Standing(Engagement engagement) implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.standing(this);
        }
    }

    /** It is over. */
    record Over() implements EngagementRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.over(this);
        }
    }
}
