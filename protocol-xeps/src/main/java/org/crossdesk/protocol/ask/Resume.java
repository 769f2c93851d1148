package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <resume/>}: a patron's client goes on with a conversation, from another address than before or beside it. Ask
 * Services, section "Coming Back".
 *
 * @param token the conversation's
 * @param after the last line that the client has; 0: none
 */
public record Resume(ConversationToken token, long after) implements AskPayload {
    public Resume {
        Bounds.range("after", after, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.resume(this);
    }
}
