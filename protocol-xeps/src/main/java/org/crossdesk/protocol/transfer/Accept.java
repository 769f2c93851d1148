package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/** An operator's desk takes the session that {@code question} called for (IQ set, answered by {@link Owned}). */
public record Accept(SessionId session, QuestionId question, String handle) implements TransferPayload {
    public Accept {
        Bounds.line("handle", handle, Bounds.NAME_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.acceptance(this);
    }
}
