package org.crossdesk.protocol.ask;

import java.util.List;
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
 * @param first groups to be asked before it; the question is not taken then
 */
public record Brokered(
        QuestionId question,
        int candidates,
        Prospect prospect,
        @Nullable Queue queue,
        @Nullable RollUp next,
        List<RollUp> first)
        implements AskPayload {
    public Brokered {
        first = Bounds.list("groups to be asked first", first, Bounds.GROUPS_MAX);
        Bounds.range("candidates", candidates, 0, Integer.MAX_VALUE);
    }

    /** The service has no groups that this is for. */
    public Brokered(
            QuestionId question, int candidates, Prospect prospect, @Nullable Queue queue, @Nullable RollUp next) {
        this(question, candidates, prospect, queue, next, List.of());
    }

    /** These groups are to be asked first. */
    public static Brokered first(QuestionId question, List<RollUp> groups) {
        return new Brokered(question, 0, Prospect.NONE, null, null, groups);
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
