package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * The home desk has committed: the accepting operator is in the session beside its owner. Answers an accept.
 *
 * @param epoch names their part; counted together with ownerships, and every later element carries it
 * @param lastSeq the last utterance of the transcript that follows
 * @param role what they are in the session
 */
public record Joined(SessionId session, long epoch, long lastSeq, Role role) implements TransferPayload {
    public Joined {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("last seq", lastSeq, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.joined(this);
    }
}
