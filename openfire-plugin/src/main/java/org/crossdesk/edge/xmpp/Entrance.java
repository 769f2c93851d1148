package org.crossdesk.edge.xmpp;

import org.crossdesk.domain.service.Reception;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.web.ServiceFace;
import org.crossdesk.edge.web.StatusFace;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.jspecify.annotations.Nullable;

/** Shows a service to who has not connected yet, or never will. Safe for several threads. */
public final class Entrance {
    private final Address ownDesk;
    private final ServiceBook services;
    private final Reception reception;
    private final StatusBoard statuses;
    private final StatusWords words;

    Entrance(Address ownDesk, ServiceBook services, Reception reception, StatusBoard statuses, StatusWords words) {
        this.ownDesk = ownDesk;
        this.services = services;
        this.reception = reception;
        this.statuses = statuses;
        this.words = words;
    }

    /** What a patron's page shows of the service of this name; null where there is none that takes questions. */
    public @Nullable ServiceFace face(String name) {
        Service service = service(name);
        if (service == null) {
            return null;
        }
        ServiceStatus status = statuses.of(service);
        return new ServiceFace(
                ownDesk.domain(),
                name,
                service.names(),
                service.plan().descriptions(),
                status.state(),
                status.until(),
                reception);
    }

    /** What a website shows of it to a reader of {@code language}; null where there is none that takes questions. */
    public @Nullable StatusFace status(String name, @Nullable String language) {
        Service service = service(name);
        if (service == null) {
            return null;
        }
        ServiceStatus status = statuses.of(service);
        return new StatusFace(
                service.address(),
                service.name(language),
                status,
                words.say(service, status, language),
                words.spoken(language));
    }

    private @Nullable Service service(String name) {
        try {
            return services.at(ownDesk.withLocal(name))
                    .filter(service -> !service.plan().closed())
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            // No address at all, so nobody's.
            return null;
        }
    }
}
