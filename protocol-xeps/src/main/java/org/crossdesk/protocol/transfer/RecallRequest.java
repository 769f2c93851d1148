package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * The desk of an operator in a session asks for the lines after one (IQ get, answered by {@link Recalled}). Session
 * Transfer, section "Recalling".
 *
 * @param after the number of the last line that is not wanted; 0: all are
 * @param before whether the session is meant that this patron had before
 */
public record RecallRequest(SessionId session, long epoch, long after, boolean before) implements TransferPayload {
    public RecallRequest {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("after", after, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.recallRequest(this);
    }
}
