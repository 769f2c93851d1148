package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <recall/>}: an operator's client asks a session's contact for the lines after one (IQ get, answered by
 * {@link RecalledLines}). Ask Services, section "Taking Over".
 *
 * @param after the number of the last line that is not wanted; 0: all are
 * @param before whether the session is meant that this patron had before
 */
public record Recall(long after, boolean before) implements AskPayload {
    public Recall {
        Bounds.range("after", after, 0, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return ConsoleCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.recall(this);
    }
}
