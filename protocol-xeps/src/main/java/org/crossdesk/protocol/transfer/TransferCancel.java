package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/** The owner keeps the session after all (IQ set); possible until the transfer is committed. */
public record TransferCancel(SessionId session, long epoch) implements TransferPayload {
    public TransferCancel {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transferCancel(this);
    }
}
