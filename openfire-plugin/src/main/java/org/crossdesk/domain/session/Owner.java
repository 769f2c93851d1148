package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.session.Role;
import org.jspecify.annotations.Nullable;

/**
 * An operator in a session: its owner, or somebody beside the owner.
 *
 * @param operator their handle at their desk
 * @param question the call they took it by
 * @param epoch which part it is, from 1; counted through owners and those beside them
 * @param since the last line before they came: the end of the transcript they got
 * @param ackedUpTo their desk has kept the lines up to this one
 * @param sentUpTo their desk was sent the lines up to this one
 * @param said how much they have said in this epoch
 * @param tries how often what is not acknowledged has been sent again in vain
 * @param role what they are beside the owner; none: they are the owner
 * @param refused which of what they said last was refused, if anything was
 * @param via the service by whose question they came. Null in what earlier versions stored: unknown
 */
public record Owner(
        Address operator,
        QuestionId question,
        long epoch,
        long since,
        long ackedUpTo,
        long sentUpTo,
        long said,
        int tries,
        @Nullable Role role,
        @Nullable List<Long> refused,
        @Nullable Address via) {
    /** So many refusals are remembered: more can't be under way. */
    static final int REFUSED_MAX = 64;

    public Owner {
        refused = refused == null ? null : List.copyOf(refused);
    }

    /** Somebody who has just come. */
    static Owner fresh(
            Address operator, QuestionId question, long epoch, long since, @Nullable Role role, @Nullable Address via) {
        return new Owner(operator, question, epoch, since, 0, 0, 0, 0, role, null, via);
    }

    Owner progressed(long sent, long acked, int newTries) {
        return new Owner(
                operator, question, epoch, since, acked, Math.max(sent, acked), said, newTries, role, refused, via);
    }

    Owner said(long number) {
        return new Owner(operator, question, epoch, since, ackedUpTo, sentUpTo, number, tries, role, refused, via);
    }

    /** The number is used up, and nothing was taken for it. */
    Owner refusing(long number) {
        List<Long> more = new ArrayList<>(refused == null ? List.of() : refused);
        more.add(number);
        List<Long> last = more.subList(Math.max(0, more.size() - REFUSED_MAX), more.size());
        return new Owner(operator, question, epoch, since, ackedUpTo, sentUpTo, number, tries, role, last, via);
    }

    /** The number of the last that was taken of what they said. */
    long lastTaken() {
        long last = said;
        while (hasRefused(last)) {
            last--;
        }
        return last;
    }

    /** Whether what they said by this number was refused. */
    boolean hasRefused(long number) {
        return refused != null && refused.contains(number);
    }
}
