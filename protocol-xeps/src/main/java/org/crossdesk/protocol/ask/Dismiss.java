package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/** A service tells (IQ set) a library that it is staffed by it no longer. */
public record Dismiss() implements AskPayload {

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dismiss(this);
    }
}
