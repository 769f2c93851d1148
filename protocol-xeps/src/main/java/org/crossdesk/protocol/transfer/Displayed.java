package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * Somebody has seen what was said (XEP-0333): best effort, never kept.
 *
 * @param upTo the last line that they have seen: to the home desk its {@code seq}, to an operator's desk the number of their own
 *     words
 */
public record Displayed(SessionId session, long epoch, long upTo) implements TransferPayload {
    public Displayed {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("up-to", upTo, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.displayed(this);
    }
}
