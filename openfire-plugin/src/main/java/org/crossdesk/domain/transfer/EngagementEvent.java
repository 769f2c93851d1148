package org.crossdesk.domain.transfer;

import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Refusal;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.jspecify.annotations.Nullable;

/** What happens to an engagement. */
public sealed interface EngagementEvent {
    /** One method a kind. */
    interface Visitor<R> {
        R wrote(Wrote wrote);

        R did(Did did);

        R homeSent(HomeSent sent);

        R retracted(Retracted retracted);

        R answered(Answered answered);

        R rang(Rang rang);

        R restarted(Restarted restarted);

        R link(Link link);

        R signed(Signed signed);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The operator wrote words for the patron.
     *
     * @param client the client they wrote from
     * @param messageId the message's origin-id or id, if it has one
     * @param confirm the stanza id to confirm as kept, if the client asked for that
     * @param aside whether they are for the operators of the session alone
     * @param attached what their client says beside it
     */
    record Wrote(
            Address client,
            String body,
            Asker asker,
            @Nullable String messageId,
            @Nullable String confirm,
            boolean aside,
            Attached attached)
            implements EngagementEvent {
        /** Words for the patron. */
        public Wrote(Address client, String body, Asker asker, @Nullable String messageId, @Nullable String confirm) {
            this(client, body, asker, messageId, confirm, false, Attached.NOTHING);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wrote(this);
        }
    }

    /** The operator did something else. */
    record Did(Address client, OperatorAct act) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.did(this);
        }
    }

    /** The home desk sent something of Session Transfer. */
    record HomeSent(Asker asker, TransferPayload payload) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.homeSent(this);
        }
    }

    /** The service stopped ringing. */
    record Retracted(Asker asker, Retract payload) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.retracted(this);
        }
    }

    /** What another desk answered to {@code request}. */
    record Answered(
            Address by,
            Payload request,
            @Nullable Payload result,
            @Nullable Refusal refusal) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }
    }

    /** A timer went off. */
    record Rang(Alarm alarm) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rang(this);
        }
    }

    /**
     * No client of the operator has been there for a while, or one is there again.
     *
     * @param there whether one is there
     */
    record Link(boolean there) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.link(this);
        }
    }

    /**
     * The operator's client tells what they do beside talking.
     *
     * @param displayed the id of what they have seen last
     */
    record Signed(@Nullable ChatState state, @Nullable String displayed) implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.signed(this);
        }
    }

    /** The server has restarted. */
    record Restarted() implements EngagementEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restarted(this);
        }
    }
}
