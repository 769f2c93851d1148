package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;

/** A library takes back (IQ set) what {@link Admit} asked for one of its accounts. */
public record Release(Address account) implements AskPayload {

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.release(this);
    }
}
