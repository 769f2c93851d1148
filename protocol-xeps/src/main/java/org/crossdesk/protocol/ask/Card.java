package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A question as the staff room sees it, beside the same in words. Ask Services, section "The Staff Room".
 *
 * @param number how it is called in the room
 * @param state how it stands
 * @param needs what whoever takes it must know; none where it no longer waits
 * @param by the nick of whoever takes it, if that is known
 */
public record Card(
        int number,
        State state,
        @Nullable Needs needs,
        @Nullable String by) implements AskPayload {
    /** How a question stands. */
    public enum State {
        /** It waits for somebody. */
        WAITS,
        /** Somebody takes it. */
        CLAIMED,
        /** Somebody has it. */
        TAKEN,
        /** It is looked after elsewhere, or nobody wants an answer any more. */
        GONE
    }

    public Card {
        Bounds.range("number", number, 1, Integer.MAX_VALUE);
        if (by != null) {
            Bounds.line("by", by, Bounds.NAME_MAX_CHARS);
        }
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.card(this);
    }
}
