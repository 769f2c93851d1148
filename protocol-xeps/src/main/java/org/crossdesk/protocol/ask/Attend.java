package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * A service asks a home desk (IQ set) to have its coordinator rung as a consultant beside the owner. Ask Services, section
 * "Running Sessions".
 *
 * @param session which
 * @param handle the coordinator, as an operator of the service's own desk
 */
public record Attend(SessionId session, String handle) implements AskPayload {
    public Attend {
        Bounds.line("handle", handle, Bounds.NAME_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.attend(this);
    }
}
