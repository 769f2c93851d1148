package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.protocol.Address;

/** Who is on duty for each service of this desk. Not kept over a restart: presence tells it again. */
final class Rosters {
    private final Map<Address, DutyRoster> byService = new HashMap<>();

    DutyRoster of(Address service) {
        return byService.getOrDefault(service, DutyRoster.EMPTY);
    }

    /** Whether the change changed anything. */
    boolean change(Address service, UnaryOperator<DutyRoster> change) {
        DutyRoster before = of(service);
        DutyRoster after = change.apply(before);
        byService.put(service, after);
        return !after.equals(before);
    }
}
