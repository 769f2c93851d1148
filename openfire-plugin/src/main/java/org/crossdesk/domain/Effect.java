package org.crossdesk.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.delivery.Letter;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Card;
import org.crossdesk.protocol.session.ChatState;
import org.jspecify.annotations.Nullable;

/** Something to be done outside once the records of its decision are kept. */
public sealed interface Effect {
    /** One method a kind. */
    interface Visitor {
        void send(Send send);

        void ask(Ask ask);

        void answer(Answer answer);

        void refuse(Refuse refuse);

        void tell(Tell tell);

        void deliver(Deliver deliver);

        void confirm(Confirm confirm);

        void sign(Sign sign);

        void wake(Wake wake);

        void missed(Missed missed);

        void room(Room room);
    }

    /** Calls the visitor's method for this kind. */
    void accept(Visitor visitor);

    /** Sends a payload that nobody answers (a message). */
    record Send(Address from, Address to, Payload payload) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.send(this);
        }
    }

    /** Asks another desk (an IQ set); its answer, or that there was none, comes back as an event. */
    record Ask(Address from, Address to, Payload payload) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.ask(this);
        }
    }

    /** Answers whoever asked, with a payload or with nothing but "done". */
    record Answer(Asker asker, @Nullable Payload payload) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.answer(this);
        }
    }

    /** Tells whoever asked, or sent, that it is not done, and why. */
    record Refuse(Asker asker, Refusal refusal) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.refuse(this);
        }
    }

    /**
     * Writes to a person's client.
     *
     * @param from the address that person talks with
     * @param to the person
     * @param body the text
     * @param delayedSince when it was said, where that was before (XEP-0203)
     * @param payloads what our own clients also understand
     * @param said which words of somebody these are; none: the desk's own
     */
    record Tell(
            Address from,
            Address to,
            String body,
            @Nullable Instant delayedSince,
            List<Payload> payloads,
            @Nullable Said said)
            implements Effect {
        public Tell {
            payloads = List.copyOf(payloads);
        }

        /** Words of the desk's own. */
        public Tell(Address from, Address to, String body, @Nullable Instant delayedSince, List<Payload> payloads) {
            this(from, to, body, delayedSince, payloads, null);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.tell(this);
        }
    }

    /**
     * Brings words to a person whose client confirms them.
     *
     * @param to the client, or the account where any will do
     * @param again whether they may have been brought before
     */
    record Deliver(Letter letter, Address to, boolean again) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.deliver(this);
        }
    }

    /**
     * Confirms to a person's client that its message is kept (XEP-0184).
     *
     * @param payloads what our own clients also understand
     */
    record Confirm(Address from, Address to, String stanzaId, List<Payload> payloads) implements Effect {
        public Confirm {
            payloads = List.copyOf(payloads);
        }

        /** Nothing but that. */
        public Confirm(Address from, Address to, String stanzaId) {
            this(from, to, stanzaId, List.of());
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.confirm(this);
        }
    }

    /**
     * Shows a person's client what somebody does beside talking; it may get lost.
     *
     * @param state what they are doing (XEP-0085)
     * @param displayed the id of the person's own message up to which they have seen it all (XEP-0333)
     */
    record Sign(
            Address from,
            Address to,
            @Nullable ChatState state,
            @Nullable String displayed) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.sign(this);
        }
    }

    /**
     * An operator has let an offer go by.
     *
     * @param handle who
     * @param contact the session that rang
     * @param account where they are told what comes of it
     */
    record Missed(String handle, Address contact, Address account) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.missed(this);
        }
    }

    /**
     * Writes into the staff room of a service of ours; it may get lost.
     *
     * @param nick to whom alone; none: to everybody
     * @param card the same for clients that can do more with it, if it is about a question
     */
    record Room(
            Address service,
            @Nullable String nick,
            String text,
            @Nullable Card card) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.room(this);
        }
    }

    /** Brings {@code alarm} back as an event after {@code delay}; replaces one of the same kind. */
    record Wake(Alarm alarm, Duration delay) implements Effect {
        @Override
        public void accept(Visitor visitor) {
            visitor.wake(this);
        }
    }
}
