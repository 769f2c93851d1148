package org.crossdesk.domain.duty;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty for one service, by operator. Immutable. An operator present with several clients is there once, for
 * as long as one of the clients is.
 */
public record DutyRoster(Map<String, OnDuty> byNick) {
    /** Nobody is on duty. */
    public static final DutyRoster EMPTY = new DutyRoster(Map.of());

    public DutyRoster {
        byNick = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byNick));
    }

    /** With this operator, present under their nick, or with what is now known of them. */
    public DutyRoster with(OnDuty operator) {
        Map<String, OnDuty> changed = new LinkedHashMap<>(byNick);
        changed.put(operator.nick(), operator);
        return new DutyRoster(changed);
    }

    /** Without whoever is present under {@code nick}. */
    public DutyRoster without(String nick) {
        if (!byNick.containsKey(nick)) {
            return this;
        }
        Map<String, OnDuty> changed = new LinkedHashMap<>(byNick);
        changed.remove(nick);
        return new DutyRoster(changed);
    }

    /** Everybody on duty, once each. */
    public Collection<OnDuty> operators() {
        Map<Address, OnDuty> once = new LinkedHashMap<>();
        byNick.values().forEach(present -> once.put(present.operator(), present));
        return once.values();
    }

    /** Who has this nick, if anybody. */
    public @Nullable OnDuty at(String nick) {
        return byNick.get(nick);
    }
}
