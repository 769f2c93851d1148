package org.crossdesk.domain.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.ask.ServiceStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a service: its own staff room, if it is asked, and the services that are asked after it. Ask Services,
 * section "Whether Somebody Can Answer".
 *
 * <p>How a service stands by them, the first line that fits:
 *
 * <pre>
 * OPEN    somebody is free in the own staff room, which is open by its hours; or a tier above says it is open
 * BUSY    somebody is on duty there, and nobody is free; or a tier above says it is busy
 * AWAY    it is open by its own hours
 * CLOSED  until the first of the own hours and of the closed tiers above
 * </pre>
 *
 * <p>What a tier above says counts only if it does not say it by us: so services in a circle come to the same as if there
 * were none, however their words cross. Of two ways that are as good, the shorter one is told.
 *
 * @param self the service
 * @param own whether its own staff room is asked
 * @param above the services that are asked beside it
 */
public record Tiers(Address self, boolean own, List<Address> above) {
    public Tiers {
        above = List.copyOf(above);
    }

    /** What a tier above says of itself. */
    public record Heard(Address from, ServiceStatus status) {}

    /** The tiers of what patrons ask here: its steps, and the parent where the last of them is the own staff room. */
    public static Tiers ofPatrons(Service service) {
        Set<Address> asked = new LinkedHashSet<>();
        service.steps().forEach(step -> asked.add(step.service()));
        Step last = service.steps().get(service.steps().size() - 1);
        Address parent = service.parent();
        if (parent != null && last.service().equals(service.address())) {
            asked.add(parent);
        }
        boolean own = asked.remove(service.address());
        return new Tiers(service.address(), own, new ArrayList<>(asked));
    }

    /** The tiers of what other desks ask here: the own staff room, and the parent that it names to them. */
    public static Tiers ofDesks(Service service) {
        Address parent = service.parent();
        return new Tiers(service.address(), true, parent == null ? List.of() : List.of(parent));
    }

    /**
     * How the service stands.
     *
     * @param hours how it stands by its own hours
     * @param roster who is on duty in its staff room
     * @param heard what others have said of themselves, of whom only {@link #above} count
     */
    public ServiceStatus status(Timetable.Standing hours, DutyRoster roster, List<Heard> heard) {
        ServiceStatus best = alone(hours, own ? roster : DutyRoster.EMPTY);
        for (Address tier : above) {
            for (Heard one : heard) {
                ServiceStatus through = one.from().equals(tier) ? through(one) : null;
                if (through != null && better(through, best)) {
                    best = through;
                }
            }
        }
        return best;
    }

    private static ServiceStatus alone(Timetable.Standing hours, DutyRoster roster) {
        if (!hours.open()) {
            return new ServiceStatus(State.CLOSED, hours.until(), List.of());
        }
        boolean free = roster.operators().stream().anyMatch(OnDuty::free);
        boolean busy = roster.operators().stream()
                .anyMatch(one -> one.full() && !one.stamp().away());
        return new ServiceStatus(free ? State.OPEN : busy ? State.BUSY : State.AWAY, null, List.of());
    }

    /** How we stand by a tier above; null where that is by ourselves, or by too many. */
    private @Nullable ServiceStatus through(Heard heard) {
        ServiceStatus status = heard.status();
        if (status.via().contains(self) || status.via().size() >= Bounds.HOPS_MAX) {
            return null;
        }
        List<Address> via = new ArrayList<>(List.of(heard.from()));
        via.addAll(status.via());
        return new ServiceStatus(status.state(), status.until(), via);
    }

    private static boolean better(ServiceStatus one, ServiceStatus other) {
        if (one.state() != other.state()) {
            // Whether it is away or closed, the own hours decide.
            return one.state().compareTo(other.state()) < 0 && one.state().compareTo(State.AWAY) < 0;
        }
        return one.state() == State.CLOSED
                ? earlier(one.until(), other.until())
                : one.via().size() < other.via().size();
    }

    private static boolean earlier(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isBefore(other));
    }
}
