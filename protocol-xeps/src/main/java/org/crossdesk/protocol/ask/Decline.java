package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/** An operator's desk tells the service (IQ set) that {@code handle} does not take the question. */
public record Decline(QuestionId question, String handle, Reason reason) implements AskPayload {
    /** Why not. */
    public enum Reason {
        DECLINED,
        TIMEOUT,
        FULL,
        OFF_DUTY
    }

    public Decline {
        Bounds.line("handle", handle, Bounds.NAME_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.decline(this);
    }
}
