package org.crossdesk.domain.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question at the service that looks for an operator. Immutable; it is not kept over a restart, since the home desk
 * asks again.
 *
 * @param question what the home desk asked
 * @param service who looks
 * @param ringSeconds how long one operator rings
 * @param parallel how many ring at a time
 * @param ringing who rings now
 * @param passed who was rung and did not take it
 * @param declined those of them who said no, and aren't asked for this session again
 * @param full how many of them had no place for it
 * @param since when it was asked
 * @param number how it is called in the staff room; 0: it is not shown there
 * @param claimedBy the nick of whoever has claimed it and is being given it, if anybody
 * @param assigned whether a coordinator has chosen who rings: nobody else does
 * @param pulledUp whether a coordinator has sent it up: nobody rings here any more
 * @param exhausted whether the home desk knows that nobody is left
 * @param over whether it has been withdrawn
 */
public record OpenQuestion(
        Question question,
        Address service,
        int ringSeconds,
        int parallel,
        List<Address> ringing,
        List<Address> passed,
        List<Address> declined,
        int full,
        Instant since,
        int number,
        @Nullable String claimedBy,
        boolean assigned,
        boolean pulledUp,
        boolean exhausted,
        boolean over) {
    public OpenQuestion {
        ringing = List.copyOf(ringing);
        passed = List.copyOf(passed);
        declined = List.copyOf(declined);
    }

    /** Whom not to ring (again). */
    Set<Address> notToRing() {
        Set<Address> not = new HashSet<>(question.excluded());
        not.addAll(ringing);
        not.addAll(passed);
        not.addAll(declined);
        return not;
    }

    /** Whether it is looked after here, and not over or on its way up. */
    boolean waits() {
        return !over && !pulledUp;
    }

    /** Whether more may ring than ring now. */
    boolean ringsOn() {
        return waits() && claimedBy == null && !assigned;
    }

    /** Who has taken it, now that somebody has, if that is known: where several rang, it is not. */
    public @Nullable Address takenBy() {
        return ringing.size() == 1 ? ringing.get(0) : null;
    }

    OpenQuestion rings(Address operator) {
        Change change = new Change(this);
        change.ringing = plus(ringing, operator);
        change.exhausted = false;
        return change.made();
    }

    OpenQuestion passedBy(Address operator, boolean saidNo, boolean noPlace) {
        Change change = new Change(this);
        change.ringing = ringing.stream().filter(one -> !one.equals(operator)).toList();
        change.passed = plus(passed, operator);
        change.declined = saidNo ? plus(declined, operator) : declined;
        change.full = full + (noPlace ? 1 : 0);
        change.claimedBy = null;
        change.assigned = false;
        return change.made();
    }

    private static List<Address> plus(List<Address> some, Address one) {
        List<Address> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    OpenQuestion exhausting() {
        Change change = new Change(this);
        change.exhausted = true;
        return change.made();
    }

    OpenQuestion ending() {
        Change change = new Change(this);
        change.ringing = List.of();
        change.over = true;
        return change.made();
    }

    OpenQuestion claimed(Address operator, String nick) {
        Change change = new Change(this);
        change.ringing = List.of(operator);
        change.claimedBy = nick;
        change.assigned = false;
        change.exhausted = false;
        return change.made();
    }

    OpenQuestion assignedTo(Address operator) {
        Change change = new Change(this);
        change.ringing = List.of(operator);
        change.assigned = true;
        change.exhausted = false;
        return change.made();
    }

    OpenQuestion pullingUp() {
        Change change = new Change(this);
        change.ringing = List.of();
        change.assigned = false;
        change.pulledUp = true;
        return change.made();
    }

    OpenQuestion staying() {
        Change change = new Change(this);
        change.pulledUp = false;
        change.exhausted = false;
        return change.made();
    }

    /** A question in the making: what it was, but for what is set. */
    private static final class Change {
        private final OpenQuestion before;
        private List<Address> ringing;
        private List<Address> passed;
        private List<Address> declined;
        private int full;
        private @Nullable String claimedBy;
        private boolean assigned;
        private boolean pulledUp;
        private boolean exhausted;
        private boolean over;

        Change(OpenQuestion before) {
            this.before = before;
            this.ringing = before.ringing;
            this.passed = before.passed;
            this.declined = before.declined;
            this.full = before.full;
            this.claimedBy = before.claimedBy;
            this.assigned = before.assigned;
            this.pulledUp = before.pulledUp;
            this.exhausted = before.exhausted;
            this.over = before.over;
        }

        OpenQuestion made() {
            return new OpenQuestion(
                    before.question,
                    before.service,
                    before.ringSeconds,
                    before.parallel,
                    ringing,
                    passed,
                    declined,
                    full,
                    before.since,
                    before.number,
                    claimedBy,
                    assigned,
                    pulledUp,
                    exhausted,
                    over);
        }
    }
}
