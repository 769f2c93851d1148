package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/**
 * {@code <note/>} on a message from a session's contact address to the operator's client: the desk itself says this,
 * not the patron. Ask Services, section 6.
 */
public record Note() implements AskPayload {
    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.note(this);
    }
}
