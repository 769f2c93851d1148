package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/** A service tells the home desk (IQ set) that every operator who fits has been rung; the question stays queued. */
public record Exhausted(QuestionId question, Prospect prospect) implements AskPayload {
    /** Nothing more is known. */
    public Exhausted(QuestionId question) {
        this(question, Prospect.NONE);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.exhausted(this);
    }
}
