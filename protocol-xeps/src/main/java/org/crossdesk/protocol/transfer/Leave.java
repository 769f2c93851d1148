package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * Whoever is in a session beside its owner leaves it (IQ set, answered by an empty result).
 */
public record Leave(SessionId session, long epoch) implements TransferPayload {
    public Leave {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.leave(this);
    }
}
