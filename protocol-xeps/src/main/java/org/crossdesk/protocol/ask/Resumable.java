package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * {@code <resumable/>} on a message of a patron whose client wants to be able to go on from another address, and on the
 * receipt that answers it. Ask Services, section "Coming Back".
 *
 * @param token what the client is to show then; none: it asks for one
 */
public record Resumable(@Nullable ConversationToken token) implements AskPayload {
    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.resumable(this);
    }
}
