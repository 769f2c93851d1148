package org.crossdesk.domain.session;

import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.jspecify.annotations.Nullable;

/** What happens to a session. */
public sealed interface SessionEvent {
    /** One method a kind. */
    interface Visitor<R> {
        R patronSaid(PatronSaid said);

        R deskSent(DeskSent sent);

        R answered(Answered answered);

        R rang(Rang rang);

        R exhausted(Exhausted exhausted);

        R restarted(Restarted restarted);

        R patronLink(PatronLink link);

        R followUpTaken(FollowUpTaken taken);

        R patronSigned(PatronSigned signed);

        R attended(Attended attended);

        R patronResumed(PatronResumed resumed);

        R patronFinished(PatronFinished finished);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The patron wrote.
     *
     * @param service what they wrote to, as it is set up now
     * @param patron the client they wrote from
     * @param body what they wrote
     * @param asker whom to tell where it can't be taken
     * @param messageId the message's origin-id or id, if it has one
     * @param confirm the stanza id to confirm as kept, if the client asked for that
     * @param language what they write in, if known
     * @param attached what their client says beside it
     * @param afterHours whether the service is closed now
     * @param resumable whether their client wants to be able to go on from another address, and perhaps by which token
     */
    record PatronSaid(
            Service service,
            Address patron,
            String body,
            Asker asker,
            @Nullable String messageId,
            @Nullable String confirm,
            @Nullable String language,
            Attached attached,
            boolean afterHours,
            @Nullable Resumable resumable)
            implements SessionEvent {
        /** Words while the service is open. */
        public PatronSaid(
                Service service,
                Address patron,
                String body,
                Asker asker,
                @Nullable String messageId,
                @Nullable String confirm,
                @Nullable String language,
                Attached attached) {
            this(service, patron, body, asker, messageId, confirm, language, attached, false, null);
        }

        /** Words with nothing but their text. */
        public PatronSaid(
                Service service,
                Address patron,
                String body,
                Asker asker,
                @Nullable String messageId,
                @Nullable String confirm,
                @Nullable String language) {
            this(service, patron, body, asker, messageId, confirm, language, Attached.NOTHING);
        }

        /** The token that their client shows, of a conversation that there is or of the one that it begins. */
        public @Nullable ConversationToken token() {
            return resumable == null ? null : resumable.token();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronSaid(this);
        }
    }

    /** An operator's desk sent something of Session Transfer. */
    record DeskSent(Asker asker, TransferPayload payload) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deskSent(this);
        }
    }

    /** What another desk answered to {@code request}: a payload, nothing but "done", or a refusal. */
    record Answered(
            Address by,
            Payload request,
            @Nullable Payload result,
            @Nullable Refusal refusal) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }
    }

    /** A timer went off. */
    record Rang(Alarm alarm) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rang(this);
        }
    }

    /** The asked service has nobody left to ring. */
    record Exhausted(Asker asker, org.crossdesk.protocol.ask.Exhausted payload) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exhausted(this);
        }
    }

    /**
     * The last client of one of the patron's accounts has gone, or one has come.
     *
     * @param client which
     * @param there whether it has come
     */
    record PatronLink(Address client, boolean there) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronLink(this);
        }
    }

    /**
     * The patron's client tells what they do beside talking.
     *
     * @param displayed the id of what they have seen last
     */
    record PatronSigned(@Nullable ChatState state, @Nullable String displayed) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronSigned(this);
        }
    }

    /**
     * A client shows the token of this conversation, and wants to go on with it.
     *
     * @param asker which client, and by which service
     * @param after the last line that it has
     */
    record PatronResumed(Asker asker, long after) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronResumed(this);
        }
    }

    /** The patron closes it. */
    record PatronFinished(Asker asker) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronFinished(this);
        }
    }

    /** An operator of this library wants to answer what waits to be answered later. */
    record FollowUpTaken(Asker asker, Address operator) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.followUpTaken(this);
        }
    }

    /** The coordinator of the service that it runs by wants to come beside the owner. */
    record Attended(Asker asker, Attend payload) implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attended(this);
        }
    }

    /** The server has restarted: what was under way is taken up again. */
    record Restarted() implements SessionEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restarted(this);
        }
    }
}
