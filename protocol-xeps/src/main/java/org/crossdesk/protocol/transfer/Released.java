package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * The home desk tells the owner's desk (IQ set) that it owns the session no more.
 *
 * @param lastNumber the last of the owner's own utterances that was kept; those above it were not delivered
 */
public record Released(SessionId session, long epoch, Reason reason, long lastNumber) implements TransferPayload {
    /** Why. */
    public enum Reason {
        TRANSFERRED,
        CLOSED,
        PATRON_LEFT,
        /** Who was in the session beside its owner has left it, or was sent away. */
        DROPPED,
        /** The owner was away for too long: another is looked for. */
        TAKEN_BACK
    }

    public Released {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("last number", lastNumber, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.released(this);
    }
}
