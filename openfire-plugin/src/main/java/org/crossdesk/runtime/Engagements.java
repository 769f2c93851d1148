package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.Map;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.domain.transfer.Phase;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** What this desk's operators have to do with sessions now, and how much each of them has. */
final class Engagements extends Keeper<Engagement, EngagementEvent, EngagementRecord> {
    private final Map<String, Integer> loads = new HashMap<>();

    Engagements(EngagementMachine machine) {
        super(StateKey.Kind.ENGAGEMENT, machine);
    }

    static String id(SessionId session, String handle) {
        return session.value() + "/" + handle;
    }

    /** How many sessions this operator has, or is about to have. */
    int load(String handle) {
        return loads.getOrDefault(handle, 0);
    }

    Map<String, Integer> loads() {
        return Map.copyOf(loads);
    }

    @Override
    Leaving leaving(Engagement state) {
        return state.phase() == Phase.OVER ? Leaving.FORGOTTEN : Leaving.STAYS;
    }

    @Override
    boolean kept(EngagementRecord record) {
        return true;
    }

    @Override
    void changed(String id, @Nullable Engagement before, @Nullable Engagement after) {
        if (before != null && before.busy()) {
            loads.merge(before.handle(), -1, (now, less) -> now + less == 0 ? null : now + less);
        }
        if (after != null && after.busy()) {
            loads.merge(after.handle(), 1, Integer::sum);
        }
    }
}
