package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/** A transfer came to nothing: the session stays where it was. Told to the owner. */
public record TransferRefused(SessionId session, long epoch, Reason reason) implements TransferPayload {
    /** Why. */
    public enum Reason {
        NOBODY_FITS,
        TIMEOUT,
        UNREACHABLE,
        CANCELLED,
        TOO_MANY_HOPS
    }

    public TransferRefused {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transferRefused(this);
    }
}
