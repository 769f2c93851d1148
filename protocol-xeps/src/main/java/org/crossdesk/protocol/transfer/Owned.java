package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * The home desk has committed: the accepting operator owns the session.
 *
 * @param epoch which ownership this is, counted from 1; every later element carries it
 * @param lastSeq the last utterance of the transcript that follows
 */
public record Owned(SessionId session, long epoch, long lastSeq) implements TransferPayload {
    public Owned {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("last seq", lastSeq, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.owned(this);
    }
}
