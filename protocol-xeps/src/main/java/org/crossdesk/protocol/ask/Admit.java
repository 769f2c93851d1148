package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A member library asks (IQ set) to staff a service: the staff room admits its desk's handles, and {@code account}
 * where an operator wants to join with a client of their own.
 */
public record Admit(@Nullable Address account) implements AskPayload {

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.admit(this);
    }
}
