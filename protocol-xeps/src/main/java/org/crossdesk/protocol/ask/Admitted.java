package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;

/** The answer to {@link Admit}: the staff room to join. */
public record Admitted(Address room) implements AskPayload {

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.admitted(this);
    }
}
