package org.crossdesk.domain.duty;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty for one service, by operator. Immutable. An operator present with several clients is there once, for
 * as long as one of the clients is.
 *
 * @param byNick who is present, by the name in the room
 * @param answered how many questions of the service each desk's operators took in the last hour, as far as that is known
 */
public record DutyRoster(Map<String, OnDuty> byNick, Map<String, Integer> answered) {
    /** Nobody is on duty. */
    public static final DutyRoster EMPTY = new DutyRoster(Map.of(), Map.of());

    public DutyRoster {
        byNick = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byNick));
        answered = Map.copyOf(answered);
    }

    /** With what the libraries have answered lately. */
    public DutyRoster answered(Map<String, Integer> lately) {
        return new DutyRoster(byNick, lately);
    }

    /** How many questions of the service this operator's library has answered lately. */
    public int answeredBy(OnDuty operator) {
        return answered.getOrDefault(operator.operator().domain(), 0);
    }

    /** With this operator, present under their nick, or with what is now known of them. */
    public DutyRoster with(OnDuty operator) {
        Map<String, OnDuty> changed = new LinkedHashMap<>(byNick);
        changed.put(operator.nick(), operator);
        return new DutyRoster(changed, answered);
    }

    /** Without whoever is present under {@code nick}. */
    public DutyRoster without(String nick) {
        if (!byNick.containsKey(nick)) {
            return this;
        }
        Map<String, OnDuty> changed = new LinkedHashMap<>(byNick);
        changed.remove(nick);
        return new DutyRoster(changed, answered);
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
