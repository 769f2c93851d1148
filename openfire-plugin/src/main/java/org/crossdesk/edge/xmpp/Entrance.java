package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.edge.web.ServiceFace;
import org.crossdesk.edge.web.ServiceFace.Standing;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Desk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a service to who has not connected yet. */
public final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final Duration ROSTER_TIMEOUT = Duration.ofSeconds(1);

    private final Address ownDesk;
    private final ServiceBook services;
    private final Desk desk;
    private final Timetable timetable;
    private final InstantSource clock;

    Entrance(Address ownDesk, ServiceBook services, Desk desk, Timetable timetable, InstantSource clock) {
        this.ownDesk = ownDesk;
        this.services = services;
        this.desk = desk;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** The service of this name; null where there is none that takes questions. */
    public @Nullable ServiceFace face(String name) {
        Service service;
        try {
            service = services.at(ownDesk.withLocal(name)).orElse(null);
        } catch (IllegalArgumentException e) {
            // No address at all, so nobody's.
            return null;
        }
        if (service == null || service.plan().closed()) {
            return null;
        }
        Timetable.Standing hours = timetable.standing(service.plan().hours(), clock.instant());
        return new ServiceFace(
                ownDesk.domain(),
                name,
                service.names(),
                service.plan().descriptions(),
                hours.open() ? standing(service) : Standing.CLOSED,
                hours.open() ? null : hours.until());
    }

    private Standing standing(Service service) {
        boolean looksFurther =
                service.steps().stream().anyMatch(step -> !step.service().equals(service.address()));
        if (looksFurther) {
            // Somebody at another library may answer: only the question itself finds that out.
            return Standing.OPEN;
        }
        Collection<OnDuty> operators = onDuty(service.address());
        if (operators.stream().anyMatch(OnDuty::free)) {
            return Standing.OPEN;
        }
        return operators.stream().anyMatch(operator -> !operator.stamp().away()) ? Standing.BUSY : Standing.AWAY;
    }

    private Collection<OnDuty> onDuty(Address service) {
        try {
            return desk.onDuty(service)
                    .get(ROSTER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .operators();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return java.util.List.of();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("entrance.roster.unknown service={}", service, e);
            return java.util.List.of();
        }
    }
}
