package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/**
 * {@code <place/>} on the message that tells a patron how many wait before them: the same for clients that can show it. Ask
 * Services, section "The Question".
 *
 * @param queue their place, and how long it is likely to take
 */
public record Place(Queue queue) implements AskPayload {
    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.place(this);
    }
}
