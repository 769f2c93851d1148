package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A service took a question. Ask Services, section "The Question".
 *
 * @param question which
 * @param candidates how many operators on duty fit it now; 0: it waits for one to come
 * @param prospect why there are none
 * @param queue how many wait there, if the service says so
 * @param next where the service rolls up to, if it does
 */
public record Brokered(
        QuestionId question,
        int candidates,
        Prospect prospect,
        @Nullable Queue queue,
        @Nullable RollUp next) implements AskPayload {
    public Brokered {
        Bounds.range("candidates", candidates, 0, Integer.MAX_VALUE);
    }

    /** Somebody can be rung, or nothing more is known. */
    public Brokered(QuestionId question, int candidates) {
        this(question, candidates, Prospect.NONE, null, null);
    }

    /** The same, but that it rolls up to nobody. */
    public Brokered alone() {
        return new Brokered(question, candidates, prospect, queue, null);
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
