package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.routing.RingEvent;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.routing.RingRecord;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** The questions that this desk's services look for an operator for. */
final class Questions extends Keeper<OpenQuestion, RingEvent, RingRecord> {
    /** For so many sessions it is remembered who has declined them. */
    private static final int DECLINED_SESSIONS_MAX = 1_000;

    private final Map<Address, Integer> sizes = new HashMap<>();
    private final Map<SessionId, List<Address>> declined = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, List<Address>> eldest) {
            return size() > DECLINED_SESSIONS_MAX;
        }
    };

    Questions(RingMachine machine) {
        super(StateKey.Kind.QUESTION, machine);
    }

    /** Who has declined this session before. */
    List<Address> declined(SessionId session) {
        return declined.getOrDefault(session, List.of());
    }

    /** How many questions wait at this service. */
    int size(Address service) {
        return sizes.getOrDefault(service, 0);
    }

    @Override
    Leaving leaving(OpenQuestion state) {
        return state.over() ? Leaving.FORGOTTEN : Leaving.STAYS;
    }

    @Override
    boolean begins(RingRecord record) {
        return false;
    }

    @Override
    RingRecord standing(OpenQuestion state) {
        throw new IllegalStateException("questions are not kept");
    }

    @Override
    long bytes(OpenQuestion state) {
        return 0;
    }

    @Override
    boolean kept(RingRecord record) {
        return false;
    }

    @Override
    void changed(String id, @Nullable OpenQuestion before, @Nullable OpenQuestion after) {
        if (before == null && after != null) {
            sizes.merge(after.service(), 1, Integer::sum);
        } else if (before != null && after == null) {
            sizes.merge(before.service(), -1, (now, less) -> now + less == 0 ? null : now + less);
        }
        if (after != null && !after.declined().isEmpty()) {
            declined.put(after.question().call().session(), after.declined());
        }
    }
}
