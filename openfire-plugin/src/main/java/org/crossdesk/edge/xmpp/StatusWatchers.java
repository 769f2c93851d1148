package org.crossdesk.edge.xmpp;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.crossdesk.protocol.Address;

/**
 * Who is told when a service's status changes. Not kept over a restart: whoever cares probes again. Of too many, who has
 * not asked for the longest is forgotten, and no domain but ours has them all.
 */
final class StatusWatchers {
    /** So many in all. */
    static final int WATCHERS_MAX = 5_000;

    /** So many of one domain that is not our own. */
    static final int WATCHERS_PER_DOMAIN_MAX = 500;

    /** One who watches one service. */
    record Watcher(Address service, Address watcher) {}

    private final Predicate<String> own;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private final Map<String, Integer> ofDomain = new HashMap<>();

    /** {@code own} says which domains have no bound of their own. */
    StatusWatchers(Predicate<String> own) {
        this.own = own;
    }

    /** Somebody asks; false where their domain has too many already. */
    boolean add(Address service, Address watcher) {
        Watcher one = new Watcher(service, watcher);
        remove(one);
        String domain = watcher.domain();
        if (!own.test(domain) && ofDomain.getOrDefault(domain, 0) >= WATCHERS_PER_DOMAIN_MAX) {
            return false;
        }
        if (watchers.size() >= WATCHERS_MAX) {
            remove(watchers.iterator().next());
        }
        watchers.add(one);
        ofDomain.merge(domain, 1, Integer::sum);
        return true;
    }

    /** Somebody is to hear no more. */
    void remove(Watcher one) {
        if (watchers.remove(one)) {
            ofDomain.computeIfPresent(one.watcher().domain(), (domain, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Who watches this service. */
    List<Address> of(Address service) {
        return watchers.stream()
                .filter(one -> one.service().equals(service))
                .map(Watcher::watcher)
                .toList();
    }

    /** Everybody. */
    List<Watcher> all() {
        return List.copyOf(watchers);
    }
}
