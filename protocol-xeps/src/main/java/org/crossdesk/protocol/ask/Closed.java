package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/**
 * {@code <closed/>} on the last message to a patron: the session is over; what is written next begins another. Ask
 * Services, section 4.
 */
public record Closed() implements AskPayload {
    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.closed(this);
    }
}
