package org.crossdesk.domain.delivery;

import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.protocol.Address;

/** What happens to an outbox. */
public sealed interface OutboxEvent {
    /** One method a kind. */
    interface Visitor<R> {
        R post(Post post);

        R confirmed(Confirmed confirmed);

        R came(Came came);

        R gone(Gone gone);

        R rang(Rang rang);

        R restarted(Restarted restarted);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The person is to be told something.
     *
     * @param inDoubt whether something has happened to their link that is yet to be heard of
     */
    record Post(Effect.Tell tell, boolean inDoubt) implements OutboxEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.post(this);
        }
    }

    /** A client of the person has the message of this id. */
    record Confirmed(String id) implements OutboxEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.confirmed(this);
        }
    }

    /** A client of the person has connected. */
    record Came(Address client) implements OutboxEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.came(this);
        }
    }

    /** A client of the person has gone; {@code last} where no other is there. */
    record Gone(boolean last) implements OutboxEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.gone(this);
        }
    }

    /** A timer went off. */
    record Rang(Alarm alarm) implements OutboxEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rang(this);
        }
    }

    /** The server has restarted. */
    record Restarted() implements OutboxEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restarted(this);
        }
    }
}
