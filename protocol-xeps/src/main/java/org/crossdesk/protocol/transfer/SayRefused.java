package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/** The home desk did not take the owner's words from {@code number} on, and never will: the epoch has ended. */
public record SayRefused(SessionId session, long epoch, long number, String reason) implements TransferPayload {
    public SayRefused {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("number", number, 1, Long.MAX_VALUE);
        Bounds.text("reason", reason, Bounds.REASON_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sayRefused(this);
    }
}
