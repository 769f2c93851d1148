package org.crossdesk.domain.session;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.transfer.Released;

/**
 * An operator whose part in the session is over, and whether their desk has yet to hear that.
 *
 * @param lastNumber the last of their own utterances that was kept
 */
public record FormerOwner(Address operator, long epoch, Released.Reason reason, long lastNumber, boolean told) {
    /** Whether they owned it, and were not only beside the owner. */
    public boolean owned() {
        return reason != Released.Reason.DROPPED;
    }
}
