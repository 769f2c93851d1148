package org.crossdesk.domain.transfer;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Tags;
import org.jspecify.annotations.Nullable;

/** What an operator does to a session apart from talking: by a first line such as {@code /close} or by a command. */
public sealed interface OperatorAct {
    /** One method a kind. */
    interface Visitor<R> {
        R take(Take take);

        R decline(Decline decline);

        R handOver(HandOver handOver);

        R keep(Keep keep);

        R close(Close close);

        R leave(Leave leave);

        R drop(Drop drop);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Accepts the offer without a word. */
    record Take() implements OperatorAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.take(this);
        }
    }

    /** Declines the offer. */
    record Decline() implements OperatorAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decline(this);
        }
    }

    /**
     * Transfers the session, or asks somebody to come beside: whoever fits the needs, or {@code target}.
     *
     * @param role what they are to be beside the operator; none: the owner
     * @param back whether it goes to the owner before
     */
    record HandOver(
            Needs needs,
            @Nullable Address target,
            @Nullable String summary,
            @Nullable Role role,
            boolean back) implements OperatorAct {
        /** Transfers the session to whoever fits the needs, or to {@code target}. */
        public HandOver(Needs needs, @Nullable Address target, @Nullable String summary) {
            this(needs, target, summary, null, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handOver(this);
        }
    }

    /** Cancels the transfer under way. */
    record Keep() implements OperatorAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keep(this);
        }
    }

    /** Leaves a session that somebody else owns. */
    record Leave() implements OperatorAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leave(this);
        }
    }

    /** Sends away who is beside: one of them, or everybody. */
    record Drop(@Nullable Address operator) implements OperatorAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /**
     * Closes the session.
     *
     * @param tags what they call it by
     */
    record Close(Resolution resolution, @Nullable Integer read, Tags tags) implements OperatorAct {
        /** Closes it without tags. */
        public Close(Resolution resolution, @Nullable Integer read) {
            this(resolution, read, Tags.NONE);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close(this);
        }
    }
}
