package org.crossdesk.edge.xmpp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;

/** This desk's services, in memory; every change goes to the directory first. */
final class ServiceBook {
    private final Directory directory;
    private volatile Map<Address, Service> services = Map.of();

    ServiceBook(Directory directory) {
        this.directory = directory;
    }

    /** Reads every service; one that has none yet gets {@code initial}. */
    void load(Service initial) throws JournalException {
        Map<Address, Service> all = new LinkedHashMap<>();
        directory.services().forEach(service -> all.put(service.address(), service));
        if (!all.containsKey(initial.address())) {
            directory.save(initial);
            all.put(initial.address(), initial);
        }
        services = Map.copyOf(all);
    }

    /** Keeps a service as it is now. */
    synchronized void save(Service service) throws JournalException {
        directory.save(service);
        Map<Address, Service> changed = new LinkedHashMap<>(services);
        changed.put(service.address(), service);
        services = Map.copyOf(changed);
    }

    Optional<Service> at(Address address) {
        return Optional.ofNullable(services.get(address));
    }

    Collection<Service> all() {
        return services.values();
    }
}
