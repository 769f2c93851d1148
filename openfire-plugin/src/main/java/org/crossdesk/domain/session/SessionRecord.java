package org.crossdesk.domain.session;

import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Released;
import org.jspecify.annotations.Nullable;

/** What changes a session. The only way a session changes, live and on replay. */
public sealed interface SessionRecord {
    /** One method a kind. */
    interface Visitor<R> {
        R opened(Opened opened);

        R patronUttered(PatronUttered uttered);

        R operatorUttered(OperatorUttered uttered);

        R sayRefused(SayRefused refused);

        R deskUttered(DeskUttered uttered);

        R called(Called called);

        R callEnded(CallEnded ended);

        R ownerChanged(OwnerChanged changed);

        R progressed(Progressed progressed);

        R toldNobody(ToldNobody told);

        R closed(Closed closed);

        R releaseTold(ReleaseTold told);

        R ownerLost(OwnerLost lost);

        R formerHeard(FormerHeard heard);

        R joined(Joined joined);

        R dropped(Dropped dropped);

        R held(OwnerHeld held);

        R resumed(OwnerResumed resumed);

        R takenBack(TakenBack takenBack);

        R patronGone(PatronGone gone);

        R patronReturned(PatronReturned returned);

        R transferFailed(TransferFailed failed);

        R failureTold(FailureTold told);

        R followUpBegan(FollowUpBegan began);

        R followUpEnded(FollowUpEnded ended);

        R patronMoved(PatronMoved moved);

        R patronThere(PatronThere there);

        R standing(Standing standing);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Whether it is written. What is not can be found out again by asking the other desk. */
    default boolean kept() {
        return true;
    }

    /** A patron began it, perhaps after an earlier one. */
    record Opened(
            SessionId id,
            Address service,
            Address patron,
            @Nullable String language,
            Needs needs,
            List<Step> steps,
            @Nullable String policy)
            implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opened(this);
        }
    }

    /**
     * The patron said something, from this client, with this message id.
     *
     * @param markable whether the client wants to hear that it was seen; none: no
     */
    record PatronUttered(
            Line line,
            Address patron,
            @Nullable String messageId,
            @Nullable Boolean markable) implements SessionRecord {
        /** Words whose sender does not want to hear that they were seen. */
        public PatronUttered(Line line, Address patron, @Nullable String messageId) {
            this(line, patron, messageId, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronUttered(this);
        }
    }

    /** The owner said something. */
    record OperatorUttered(Line line) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.operatorUttered(this);
        }
    }

    /** Something that an operator said could not be taken; its number is used up. */
    record SayRefused(long epoch, long number) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sayRefused(this);
        }
    }

    /** The desk told the patron something. */
    record DeskUttered(Line line) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deskUttered(this);
        }
    }

    /** It calls for an operator, at the first step or a later one. */
    record Called(OpenCall call) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.called(this);
        }
    }

    /** It stopped calling, and nobody came. */
    record CallEnded(QuestionId question) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.callEnded(this);
        }
    }

    /** Before this record the former owner owned it (or nobody), after it this one does. */
    record OwnerChanged(Address operator, QuestionId question, long epoch) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ownerChanged(this);
        }
    }

    /** The owner's desk was sent, or has kept, lines up to these. Not written: a resend finds it out again. */
    record Progressed(long epoch, long sentUpTo, long ackedUpTo, int tries) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.progressed(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /** The patron was told that nobody is on duty. */
    record ToldNobody() implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toldNobody(this);
        }
    }

    /** It was closed: by its owner, or because the patron has left. */
    record Closed(Ending ending, Released.@Nullable Reason reason) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }
    }

    /** The owner's desk no longer knows that it owns the session: nobody does, from now on. */
    record OwnerLost(long epoch) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ownerLost(this);
        }
    }

    /** The desk of a former owner has shown that it knew that they owned it. */
    record FormerHeard(long epoch) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.formerHeard(this);
        }
    }

    /** Somebody has come beside the owner. */
    record Joined(Address operator, QuestionId question, long epoch, Role role) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.joined(this);
        }
    }

    /** Somebody beside the owner has left, or was sent away. */
    record Dropped(long epoch) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropped(this);
        }
    }

    /** The owner can't be reached. */
    record OwnerHeld(Held held) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.held(this);
        }
    }

    /** The owner is reached again. */
    record OwnerResumed() implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resumed(this);
        }
    }

    /** The owner was away for too long: nobody owns the session, from now on. */
    record TakenBack(long epoch) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.takenBack(this);
        }
    }

    /** No client of the patron is there any more. */
    record PatronGone(Instant since) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronGone(this);
        }
    }

    /** The patron is there again. */
    record PatronReturned() implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronReturned(this);
        }
    }

    /** The patron can come back by this token, and is at these addresses now. */
    record PatronMoved(ConversationToken token, List<Address> addresses) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronMoved(this);
        }
    }

    /** These clients of the patron are there. Not written: after a restart nobody is. */
    record PatronThere(List<Address> there) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patronThere(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /**
     * It is answered later: by its owner, who keeps it, or by the home library, and then nobody owns it.
     *
     * @param reason why its owner is released, if they are; none: closed
     */
    record FollowUpBegan(FollowUp followUp, Released.@Nullable Reason reason) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.followUpBegan(this);
        }
    }

    /** A transfer came to nothing; the owner is to hear it. */
    record TransferFailed(NotTransferred failure) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transferFailed(this);
        }
    }

    /** The owner's desk knows what came of this question. */
    record FailureTold(QuestionId question) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failureTold(this);
        }
    }

    /** The patron is there again: nobody owns it, and an operator is called. */
    record FollowUpEnded() implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.followUpEnded(this);
        }
    }

    /** All that the records before it came to: what is before it need not be kept. */
    record Standing(Session session) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.standing(this);
        }
    }

    /** The former owner's desk knows that its epoch is over. */
    record ReleaseTold(long epoch, Released.Reason reason) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.releaseTold(this);
        }
    }
}
