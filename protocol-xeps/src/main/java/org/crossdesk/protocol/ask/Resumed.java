package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <resumed/>}: the answer to {@link Resume}. What the client has not seen follows, each line in a message of its own.
 *
 * @param seq the last line that there is
 * @param closed whether the conversation is closed, and nothing more will come
 */
public record Resumed(long seq, boolean closed) implements AskPayload {
    public Resumed {
        Bounds.range("seq", seq, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.resumed(this);
    }
}
