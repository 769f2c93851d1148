package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/** A home desk ends its call at a service (IQ set). */
public record Withdraw(QuestionId question, Reason reason) implements AskPayload {
    /** Why it ended. */
    public enum Reason {
        TAKEN,
        EXPIRED,
        CANCELLED
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.withdraw(this);
    }
}
