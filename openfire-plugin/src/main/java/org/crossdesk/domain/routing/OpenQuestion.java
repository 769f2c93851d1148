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

    /** Who has taken it, now that somebody has, if that is known: where several rang, it is not. */
    public @Nullable Address takenBy() {
        return ringing.size() == 1 ? ringing.get(0) : null;
    }

    OpenQuestion rings(Address operator) {
        List<Address> more = new ArrayList<>(ringing);
        more.add(operator);
        return new OpenQuestion(
                question,
                service,
                ringSeconds,
                parallel,
                more,
                passed,
                declined,
                full,
                since,
                number,
                claimedBy,
                false,
                over);
    }

    OpenQuestion passedBy(Address operator, boolean saidNo, boolean noPlace) {
        List<Address> still =
                ringing.stream().filter(one -> !one.equals(operator)).toList();
        List<Address> by = new ArrayList<>(passed);
        by.add(operator);
        List<Address> no = new ArrayList<>(declined);
        if (saidNo) {
            no.add(operator);
        }
        return new OpenQuestion(
                question,
                service,
                ringSeconds,
                parallel,
                still,
                by,
                no,
                full + (noPlace ? 1 : 0),
                since,
                number,
                null,
                exhausted,
                over);
    }

    OpenQuestion exhausting() {
        return new OpenQuestion(
                question,
                service,
                ringSeconds,
                parallel,
                ringing,
                passed,
                declined,
                full,
                since,
                number,
                claimedBy,
                true,
                over);
    }

    OpenQuestion ending() {
        return new OpenQuestion(
                question,
                service,
                ringSeconds,
                parallel,
                List.of(),
                passed,
                declined,
                full,
                since,
                number,
                claimedBy,
                exhausted,
                true);
    }

    OpenQuestion claimed(Address operator, String nick) {
        return new OpenQuestion(
                question,
                service,
                ringSeconds,
                parallel,
                List.of(operator),
                passed,
                declined,
                full,
                since,
                number,
                nick,
                false,
                over);
    }
}
