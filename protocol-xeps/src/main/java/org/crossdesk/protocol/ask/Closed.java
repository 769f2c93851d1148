package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/**
 * {@code <closed/>} on the last message to a patron, and on the last one by a session's contact to an operator: the
 * conversation is over for who reads it. What a patron writes next begins another. Ask Services, sections 4 and 6.
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
