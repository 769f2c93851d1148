package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * What a library says to {@link Staff}: in the answer, and by an IQ set of its own whenever that changes.
 *
 * @param answer what it says
 * @param people how many of its operators know what is needed
 */
public record StaffingAnswer(Answer answer, int people) implements AskPayload {
    /** What a library says. */
    public enum Answer {
        /** It staffs the service. */
        CONSENTS,
        /** Its coordinator has not decided. */
        ASKED,
        /** It does not. */
        REFUSES
    }

    public StaffingAnswer {
        Bounds.range("people", people, 0, Integer.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.staffingAnswer(this);
    }
}
