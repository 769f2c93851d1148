package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/** The owner's desk has kept every utterance up to {@code upTo}. */
public record Ack(SessionId session, long epoch, long upTo) implements TransferPayload {
    public Ack {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("up-to", upTo, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ack(this);
    }
}
