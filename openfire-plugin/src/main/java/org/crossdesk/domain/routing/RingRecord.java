package org.crossdesk.domain.routing;

import java.time.Instant;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Question;

/** What changes a question at a service. */
public sealed interface RingRecord {
    /** One method a kind. */
    interface Visitor<R> {
        R asked(Asked asked);

        R rung(Rung rung);

        R passed(Passed passed);

        R exhausted(Exhausted exhausted);

        R over(Over over);

        R claimed(Claimed claimed);

        R assigned(Assigned assigned);

        R pulledUp(PulledUp pulledUp);

        R stays(Stays stays);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** The home desk asked; these operators have declined the session before. */
    record Asked(
            Question question,
            Address service,
            int ringSeconds,
            int parallel,
            List<Address> declined,
            int number,
            Instant at)
            implements RingRecord {
        public Asked {
            declined = List.copyOf(declined);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.asked(this);
        }
    }

    /** An operator is rung. */
    record Rung(Address operator) implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rung(this);
        }
    }

    /** An operator who was rung does not take it: has said no, or has no place for it, or has not answered. */
    record Passed(Address operator, boolean declined, boolean full) implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.passed(this);
        }
    }

    /** An operator has claimed it in the staff room: nobody else rings. */
    record Claimed(Address operator, String nick) implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.claimed(this);
        }
    }

    /** A coordinator has chosen this operator: nobody else rings until they have passed it. */
    record Assigned(Address operator) implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assigned(this);
        }
    }

    /** A coordinator has sent it up: nobody rings here any more. */
    record PulledUp() implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pulledUp(this);
        }
    }

    /** The home desk does not look further up: it waits here as before. */
    record Stays() implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stays(this);
        }
    }

    /** Nobody is left to ring. */
    record Exhausted() implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exhausted(this);
        }
    }

    /** The question is withdrawn, or the home desk has forgotten it. */
    record Over() implements RingRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.over(this);
        }
    }
}
