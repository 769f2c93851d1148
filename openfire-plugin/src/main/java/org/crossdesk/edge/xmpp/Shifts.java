package org.crossdesk.edge.xmpp;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.duty.Shift;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.WorkingHours;
import org.crossdesk.runtime.Directory;

/** Puts operators on duty by their working hours, where they wish it, and takes them off. On the duty thread. */
final class Shifts {
    /** How often it is looked whose hours begin or end. */
    static final int ROUND_SECONDS = 5;

    private record Place(String handle, Address service) {}

    private final ScheduledExecutorService duty;
    private final OperatorBook operators;
    private final DutyPosts posts;
    private final Predicate<Directory.Operator> there;
    private final InstantSource clock;
    private final Map<Place, Shift> shifts = new HashMap<>();

    /** {@code there} knows whether a client of theirs is connected. */
    Shifts(
            ScheduledExecutorService duty,
            OperatorBook operators,
            DutyPosts posts,
            Predicate<Directory.Operator> there,
            InstantSource clock) {
        this.duty = duty;
        this.operators = operators;
        this.posts = posts;
        this.there = there;
        this.clock = clock;
    }

    /** Begins to look. */
    void start() {
        duty.scheduleWithFixedDelay(this::round, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    /** Looks at once: somebody has changed their mind. */
    void look() {
        duty.execute(this::round);
    }

    /** They have gone off duty there by themselves. */
    void left(Directory.Operator operator, Address service) {
        duty.execute(() -> shifts.put(new Place(operator.handle(), service), Shift.OFF.leaving()));
    }

    private void round() {
        Set<Place> planned = new HashSet<>();
        for (Directory.Operator operator : operators.all()) {
            WorkingHours hours = operator.profile().hours();
            if (hours != null) {
                for (Address service : operator.shifts()) {
                    planned.add(new Place(operator.handle(), service));
                    look(operator, service, hours);
                }
            }
        }
        shifts.keySet().retainAll(planned);
    }

    private void look(Directory.Operator operator, Address service, WorkingHours hours) {
        Place place = new Place(operator.handle(), service);
        Shift shift = shifts.getOrDefault(place, Shift.OFF);
        boolean within = Shift.within(hours, clock.instant());
        boolean onDuty = posts.isOnDuty(operator.handle(), service);
        Shift.Deed deed =
                shift.due(within, there.test(operator), onDuty, posts.load(operator.handle()), clock.instant());
        switch (deed) {
            case COME -> {
                posts.on(operator, service);
                posts.tell(operator, Phrase.OPERATOR_SHIFT_BEGINS, service);
            }
            case WIND_DOWN -> {
                posts.pause(operator.handle(), true);
                posts.tell(operator, Phrase.OPERATOR_SHIFT_WINDS_DOWN, service, Shift.GRACE.toMinutes());
            }
            case GO -> {
                posts.off(operator, service);
                posts.tell(operator, Phrase.OPERATOR_SHIFT_OVER, service);
            }
            case NOTHING -> {
                // Neither begins nor ends.
            }
        }
        // Not before they have left: they would be rung on their way out.
        if (shift.state() == Shift.State.WINDING_DOWN && (deed == Shift.Deed.GO || within)) {
            duty.execute(() -> posts.pause(operator.handle(), false));
        }
        shifts.put(place, lost(shift, onDuty) ? Shift.OFF : shift.after(deed, within, onDuty, clock.instant()));
    }

    /** The desk leaves for whoever has no client any more; that is not their wish, and they may come again. */
    private static boolean lost(Shift shift, boolean onDuty) {
        return shift.state() == Shift.State.ON && !onDuty;
    }
}
