package org.crossdesk.domain.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;

/** Looks for what is wrong with a service beside the others of its desk, before it is kept. Each fault names its mend. */
public final class ServiceCheck {
    private final Timetable timetable;
    private final long ceilingSeconds;

    /** A check that reckons hours by {@code timetable}, at a desk where nobody waits for longer than {@code ceiling}. */
    public ServiceCheck(Timetable timetable, Duration ceiling) {
        this.timetable = timetable;
        this.ceilingSeconds = ceiling.toSeconds();
    }

    /** What is wrong with {@code service}; {@code desk} are the services as they are now, perhaps with an older state of it. */
    public List<String> faults(Service service, Collection<Service> desk, Instant now) {
        List<Service> others = desk.stream()
                .filter(other -> !other.address().equals(service.address())
                        && !other.plan().closed())
                .toList();
        List<String> faults = new ArrayList<>();
        titles(service, others).ifPresent(faults::add);
        missing(service, others).ifPresent(faults::add);
        circle(service, others).ifPresent(faults::add);
        steps(service, faults);
        hours(service, now).ifPresent(faults::add);
        return List.copyOf(faults);
    }

    private static Optional<String> titles(Service service, List<Service> others) {
        try {
            ByLanguage.checked("title", service.names(), Bounds.NAME_MAX_CHARS);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        for (Service other : others) {
            if (isDesk(service) || isDesk(other)) {
                continue;
            }
            for (Map.Entry<String, String> title : service.names().entrySet()) {
                String its = other.names().get(title.getKey());
                if (its != null && plain(its).equals(plain(title.getValue()))) {
                    return Optional.of("'" + title.getValue() + "' is what " + other.address()
                            + " is called already, and patrons could not tell them apart: choose another title");
                }
            }
        }
        return Optional.empty();
    }

    /** It has the name of the library, which at a hub is often the name of its service too. */
    private static boolean isDesk(Service service) {
        return Service.DESK.equals(service.address().local());
    }

    private static String plain(String title) {
        return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** What it leads to at its own desk must be there; what is elsewhere can't be known here. */
    private static Optional<String> missing(Service service, List<Service> others) {
        Set<Address> led = new LinkedHashSet<>();
        Address parent = service.parent();
        if (parent != null) {
            led.add(parent);
        }
        service.plan().steps().forEach(step -> led.add(step.service()));
        led.remove(service.address());
        others.forEach(other -> led.remove(other.address()));
        for (Address address : led) {
            if (address.local() == null || address.resource() != null) {
                return Optional.of("'" + address + "' is no service: write NAME@ask.DOMAIN");
            }
            if (address.domain().equals(service.address().domain())) {
                return Optional.of("there is no service " + address + " yet: make it first, or name another");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> circle(Service service, List<Service> others) {
        Map<Address, Address> parents = new HashMap<>();
        for (Service one : others) {
            Address parent = one.parent();
            if (parent != null) {
                parents.put(one.address(), parent);
            }
        }
        Set<Address> way = new LinkedHashSet<>(List.of(service.address()));
        Address next = service.parent();
        while (next != null) {
            if (!way.add(next)) {
                return next.equals(service.address())
                        ? Optional.of("questions would go round in a circle: "
                                + way.stream().map(Address::toString).collect(Collectors.joining(" -> ")) + " -> "
                                + next + ". Give one of them another parent, or none.")
                        : Optional.empty();
            }
            next = parents.get(next);
        }
        return Optional.empty();
    }

    private void steps(Service service, List<String> faults) {
        List<Step> all = service.steps();
        List<Step> steps = all.stream().filter(Step::isForAll).toList();
        if (steps.isEmpty()) {
            faults.add("every step is for some questions only: add one for all others, such as own 30");
        }
        // A question seldom needs two groups; one that does is kept to the ceiling all the same.
        int seconds = steps.stream().mapToInt(Step::seconds).sum()
                + all.stream()
                        .filter(step -> !step.isForAll())
                        .mapToInt(Step::seconds)
                        .max()
                        .orElse(0);
        if (seconds > ceilingSeconds) {
            faults.add("a patron would wait " + seconds + " seconds, and no more than " + ceilingSeconds
                    + " are allowed over all steps: shorten some");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!steps.get(i).relaxes(steps.get(i - 1))) {
                faults.add("step " + (i + 1) + " asks for more than step " + i
                        + ": later steps ask for less, or the same");
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            for (int j = i + 1; j < steps.size(); j++) {
                if (steps.get(j).service().equals(steps.get(i).service())
                        && steps.get(i).relaxes(steps.get(j))) {
                    faults.add("steps " + (i + 1) + " and " + (j + 1) + " ask "
                            + steps.get(i).service() + " for the same: keep one of them");
                }
            }
        }
    }

    private Optional<String> hours(Service service, Instant now) {
        Hours hours = service.plan().hours();
        try {
            return hours == null || timetable.opens(hours, now)
                    ? Optional.empty()
                    : Optional.of(
                            "with these hours the service is not open at any time of the next " + Timetable.HORIZON_DAYS
                                    + " days: look at the rules, their last day, and the special days");
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
