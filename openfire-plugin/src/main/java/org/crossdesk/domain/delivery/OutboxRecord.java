package org.crossdesk.domain.delivery;

import java.util.List;
import org.crossdesk.protocol.Address;

/** What changes an outbox. */
public sealed interface OutboxRecord {
    /** One method a kind. */
    interface Visitor<R> {
        R opened(Opened opened);

        R posted(Posted posted);

        R confirmed(Confirmed confirmed);

        R settled(Settled settled);

        R linked(Linked linked);

        R triedAgain(TriedAgain again);

        R handingOver(HandingOver handing);

        R handedOver(HandedOver over);

        R standing(Standing standing);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Whether it is written. */
    default boolean kept() {
        return true;
    }

    /** A client of the person has shown that it confirms what it gets. */
    record Opened(Address person) implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opened(this);
        }
    }

    /** Something more is on its way to them. */
    record Posted(Letter letter) implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.posted(this);
        }
    }

    /** They have it. Not written for itself: {@link Settled} goes with what is written next. */
    record Confirmed(String id) implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.confirmed(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /** They have these. */
    record Settled(List<String> ids) implements OutboxRecord {
        public Settled {
            ids = List.copyOf(ids);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.settled(this);
        }
    }

    /** A client is there, or none is any more. Not written: after a restart nobody is. */
    record Linked(boolean there) implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linked(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /** All of it was sent once more. Not written. */
    record TriedAgain() implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.triedAgain(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /** All of it was given to the server to keep for them. Not written: until it must be there, it is given again. */
    record HandingOver() implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handingOver(this);
        }

        @Override
        public boolean kept() {
            return false;
        }
    }

    /** What is left is the server's to keep for them, or is given up. */
    record HandedOver() implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handedOver(this);
        }
    }

    /** All that the records before it came to: what is before it need not be kept. */
    record Standing(Outbox outbox) implements OutboxRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.standing(this);
        }
    }
}
