package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.domain.transfer.Phase;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** What this desk's operators have to do with sessions now, and how much each of them has. */
final class Engagements extends Keeper<Engagement, EngagementEvent, EngagementRecord> {
    /** For so many engagements that are over it is remembered what was said last: a retry may come with the next. */
    static final int OVER_MAX = 1_000;

    private final Map<String, Integer> loads = new HashMap<>();
    private final Map<String, Integer> reserved = new HashMap<>();
    private final Map<String, List<String>> saidBefore = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > OVER_MAX;
        }
    };
    private boolean loadsChanged = true;

    Engagements(EngagementMachine machine) {
        super(StateKey.Kind.ENGAGEMENT, machine);
    }

    static String id(SessionId session, String handle) {
        return session.value() + "/" + handle;
    }

    /** How many places of this operator are kept: for sessions they have, and for those that ring. */
    int reserved(String handle) {
        return reserved.getOrDefault(handle, 0);
    }

    /** How many places are kept for this service's sessions, of all operators. */
    int reservedFor(Address service) {
        return (int) all().values().stream()
                .filter(engagement -> engagement.service().equals(service) && engagement.reserved())
                .count();
    }

    /** The ids of what the operator said when they had this session before, if they had it and it is remembered. */
    @Nullable
    List<String> saidBefore(String id) {
        return saidBefore.get(id);
    }

    Map<String, Integer> loads() {
        loadsChanged = false;
        return new HashMap<>(loads);
    }

    /** Whether they have changed since they were asked for. */
    boolean loadsChanged() {
        return loadsChanged;
    }

    @Override
    Leaving leaving(Engagement state) {
        return state.phase() == Phase.OVER ? Leaving.FORGOTTEN : Leaving.STAYS;
    }

    @Override
    boolean begins(EngagementRecord record) {
        return record instanceof EngagementRecord.Rung || record instanceof EngagementRecord.Standing;
    }

    @Override
    EngagementRecord standing(Engagement state) {
        return new EngagementRecord.Standing(state);
    }

    @Override
    long bytes(Engagement state) {
        return 1_000
                + state.pending().stream().mapToLong(one -> one.body().length()).sum();
    }

    @Override
    boolean kept(EngagementRecord record) {
        return record.kept();
    }

    @Override
    void changed(String id, @Nullable Engagement before, @Nullable Engagement after) {
        if (before != null) {
            if (after == null && !before.recentIds().isEmpty()) {
                saidBefore.remove(id);
                saidBefore.put(id, before.recentIds());
            }
            loadsChanged |= after == null || after.busy() != before.busy();
            count(loads, before.handle(), before.busy() ? -1 : 0);
            count(reserved, before.handle(), before.reserved() ? -1 : 0);
        }
        if (after != null) {
            loadsChanged |= before == null;
            count(loads, after.handle(), after.busy() ? 1 : 0);
            count(reserved, after.handle(), after.reserved() ? 1 : 0);
        }
    }

    private static void count(Map<String, Integer> counts, String handle, int more) {
        if (more != 0) {
            counts.merge(handle, more, (now, change) -> now + change == 0 ? null : now + change);
        }
    }
}
