package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/** A service stops ringing {@code handle} (IQ set to its desk): somebody took the question, or it was withdrawn. */
public record Retract(QuestionId question, String handle) implements AskPayload {
    public Retract {
        Bounds.line("handle", handle, Bounds.NAME_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.retract(this);
    }
}
