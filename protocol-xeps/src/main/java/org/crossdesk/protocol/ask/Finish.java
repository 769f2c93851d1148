package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * {@code <finish/>}: a patron's client asks the service to close the conversation. Ask Services, section "When the Patron
 * Ends It".
 *
 * @param token which conversation; none: the one that this address has
 */
public record Finish(@Nullable ConversationToken token) implements AskPayload {
    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.finish(this);
    }
}
