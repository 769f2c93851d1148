package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * Somebody is typing, or has stopped: best effort, never kept. From an operator's desk of its operator, from the home desk of the
 * patron.
 *
 * @param state what they are doing
 */
public record Activity(SessionId session, long epoch, ChatState state) implements TransferPayload {
    public Activity {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.activity(this);
    }
}
