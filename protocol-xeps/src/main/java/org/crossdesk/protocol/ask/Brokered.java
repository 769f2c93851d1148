package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/** A service took a question: {@code candidates} operators on duty fit it now (0: it waits for one to come). */
public record Brokered(QuestionId question, int candidates, Prospect prospect) implements AskPayload {
    public Brokered {
        Bounds.range("candidates", candidates, 0, Integer.MAX_VALUE);
    }

    /** Somebody can be rung, or nothing more is known. */
    public Brokered(QuestionId question, int candidates) {
        this(question, candidates, Prospect.NONE);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.brokered(this);
    }
}
