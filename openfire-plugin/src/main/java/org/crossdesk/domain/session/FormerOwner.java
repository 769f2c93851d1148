package org.crossdesk.domain.session;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.transfer.Released;
import org.jspecify.annotations.Nullable;

/**
 * An operator whose part in the session is over, and whether their desk has yet to hear that.
 *
 * @param lastNumber the last of their own utterances that was kept
 * @param unheard whether their desk has not shown yet that it knows of their part: then it may have given up waiting for
 *     the answer to its accept. None: no
 */
public record FormerOwner(
        Address operator,
        long epoch,
        Released.Reason reason,
        long lastNumber,
        boolean told,
        @Nullable Boolean unheard) {
    /** Whether it is open if their desk knows that they owned it. */
    boolean inDoubt() {
        return unheard != null && unheard && !told;
    }

    FormerOwner havingBeenTold() {
        return new FormerOwner(operator, epoch, reason, lastNumber, true, unheard);
    }

    FormerOwner havingBeenHeard() {
        return new FormerOwner(operator, epoch, reason, lastNumber, told, null);
    }

    /** Whether they owned it, and were not only beside the owner. */
    public boolean owned() {
        return reason != Released.Reason.DROPPED;
    }
}
