package org.crossdesk.runtime;

import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.delivery.DeliveryPolicy;
import org.crossdesk.domain.delivery.Outbox;
import org.crossdesk.domain.delivery.OutboxEvent;
import org.crossdesk.domain.delivery.OutboxMachine;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.EngagementRecord;

/** The real machines with a mistake around them. */
final class BuggyMachines {
    private BuggyMachines() {}

    static final class Sessions extends SessionMachine {
        private final PlantedBug bug;

        Sessions(PlantedBug bug) {
            super(Library.SESSION_POLICY, Sample.PHRASES);
            this.bug = bug;
        }

        @Override
        public Decision<SessionRecord> decide(Session state, SessionEvent event, Moment moment) {
            SessionEvent seen = bug.seen(state, event);
            Decision<SessionRecord> sound = super.decide(state, seen, moment);
            return new Decision<>(
                    bug.recorded(state, seen, sound.records()),
                    bug.caused(state, seen, sound.effects()),
                    bug.counted(sound.entries()));
        }
    }

    static final class Engagements extends EngagementMachine {
        private final PlantedBug bug;

        Engagements(PlantedBug bug) {
            super(Library.ENGAGEMENT_POLICY, Sample.PHRASES);
            this.bug = bug;
        }

        @Override
        public Decision<EngagementRecord> decide(Engagement state, EngagementEvent event, Moment moment) {
            EngagementEvent seen = bug.seen(state, event);
            Decision<EngagementRecord> sound = super.decide(state, seen, moment);
            return new Decision<>(sound.records(), bug.caused(state, seen, sound.effects()), sound.entries());
        }
    }

    static final class Outboxes extends OutboxMachine {
        private final PlantedBug bug;

        Outboxes(DeliveryPolicy policy, PlantedBug bug) {
            super(policy);
            this.bug = bug;
        }

        @Override
        public Decision<OutboxRecord> decide(Outbox state, OutboxEvent event, Moment moment) {
            return bug.delivered(event, super.decide(state, event, moment));
        }
    }
}
