package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * The owner's desk tells that no client of the owner is there any more, or one is again (IQ set, answered by an empty
 * result).
 *
 * @param away whether they are away
 */
public record Absence(SessionId session, long epoch, boolean away) implements TransferPayload {
    public Absence {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.absence(this);
    }
}
