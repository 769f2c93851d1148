package org.crossdesk.domain.session;

import java.util.List;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;
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

        R deskUttered(DeskUttered uttered);

        R called(Called called);

        R callEnded(CallEnded ended);

        R ownerChanged(OwnerChanged changed);

        R progressed(Progressed progressed);

        R toldNobody(ToldNobody told);

        R closed(Closed closed);

        R releaseTold(ReleaseTold told);

        R ownerLost(OwnerLost lost);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Whether it is written. What is not can be found out again by asking the other desk. */
    default boolean kept() {
        return true;
    }

    /** A patron began it. */
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

    /** The patron said something, from this client, with this message id. */
    record PatronUttered(
            Line line, Address patron, @Nullable String messageId) implements SessionRecord {
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
    record Progressed(long epoch, long sentUpTo, long ackedUpTo) implements SessionRecord {
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

    /** It was closed. */
    record Closed(Ending ending) implements SessionRecord {
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

    /** The former owner's desk knows that its epoch is over. */
    record ReleaseTold(long epoch, Released.Reason reason) implements SessionRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.releaseTold(this);
        }
    }
}
