package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;

/**
 * Who is on duty for each service of this desk. Not kept over a restart: presence tells it again. Whose desk does not
 * answer is in the room still, and not counted until it does.
 */
final class Rosters {
    private final Map<Address, DutyRoster> present = new HashMap<>();
    private final Map<Address, DutyRoster> reachable = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    DutyRoster of(Address service) {
        return reachable.getOrDefault(service, DutyRoster.EMPTY);
    }

    /** Whether the change changed anything. */
    boolean change(Address service, UnaryOperator<DutyRoster> change) {
        present.put(service, change.apply(present.getOrDefault(service, DutyRoster.EMPTY)));
        return look(service);
    }

    /** What the desks' operators have answered lately; that rings nobody. */
    void answered(Address service, Map<String, Integer> lately) {
        present.computeIfPresent(service, (any, roster) -> roster.answered(lately));
        look(service);
    }

    /** The desk at this domain does not answer, or does again; returns the services that this changes. */
    List<Address> silent(String desk, boolean nowSilent) {
        boolean changed = nowSilent ? silent.add(desk) : silent.remove(desk);
        return changed
                ? List.copyOf(present.keySet()).stream().filter(this::look).toList()
                : List.of();
    }

    private boolean look(Address service) {
        DutyRoster now = present.getOrDefault(service, DutyRoster.EMPTY);
        for (OnDuty one : List.copyOf(now.byNick().values())) {
            if (silent.contains(one.operator().domain())) {
                now = now.without(one.nick());
            }
        }
        return !now.equals(reachable.put(service, now));
    }
}
