package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/**
 * A service tells the home desk (IQ set) that every operator who fits has been rung; the question stays queued.
 *
 * @param up whether a coordinator there wants it asked further up at once
 */
public record Exhausted(QuestionId question, Prospect prospect, boolean up) implements AskPayload {
    /** Everybody has been rung. */
    public Exhausted(QuestionId question, Prospect prospect) {
        this(question, prospect, false);
    }

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
