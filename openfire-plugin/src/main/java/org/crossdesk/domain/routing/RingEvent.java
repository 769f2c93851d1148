package org.crossdesk.domain.routing;

import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Withdraw;
import org.jspecify.annotations.Nullable;

/** What happens to a question at a service. Each carries who is on duty now. */
public sealed interface RingEvent {
    /** One method a kind. */
    interface Visitor<R> {
        R declined(Declined declined);

        R withdrawn(Withdrawn withdrawn);

        R answered(Answered answered);

        R rosterChanged(RosterChanged changed);

        R rang(Rang rang);

        R claimed(Claimed claimed);

        R assigned(Assigned assigned);

        R pulledUp(PulledUp pulledUp);
    }

    /** Who is on duty now. */
    DutyRoster roster();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** An operator's desk says that they do not take it. */
    record Declined(Asker asker, Decline payload, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declined(this);
        }
    }

    /** The home desk ends its call. */
    record Withdrawn(Asker asker, Withdraw payload, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.withdrawn(this);
        }
    }

    /** What an operator's desk answered to the offer. */
    record Answered(Address by, Payload request, @Nullable Refusal refusal, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }
    }

    /** Somebody came on duty, left, or got more or less to do. */
    record RosterChanged(DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rosterChanged(this);
        }
    }

    /** Somebody in the staff room claims it. */
    record Claimed(String nick, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.claimed(this);
        }
    }

    /** A coordinator wants the operator of this nick to be rung, and nobody else meanwhile. */
    record Assigned(String nick, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assigned(this);
        }
    }

    /** A coordinator wants it asked at the parent of this service at once. */
    record PulledUp(@Nullable Address parent, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pulledUp(this);
        }
    }

    /** A timer went off. */
    record Rang(Alarm alarm, DutyRoster roster) implements RingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rang(this);
        }
    }
}
