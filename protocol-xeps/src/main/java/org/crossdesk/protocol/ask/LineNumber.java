package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <line/>} on what the client of a patron who can come back is told: which line of the conversation it is. Ask
 * Services, section "Coming Back".
 *
 * @param seq its number, which rises; there may be gaps
 * @param after the number of the one before it that the patron hears, 0 for the first: who lacks that one has missed something
 * @param by who said it: the patron, an operator or the desk
 */
public record LineNumber(long seq, long after, Speaker by) implements AskPayload {
    public LineNumber {
        Bounds.range("seq", seq, 1, Long.MAX_VALUE);
        Bounds.range("after", after, 0, Long.MAX_VALUE);
        if (by == Speaker.ASIDE) {
            throw new IllegalArgumentException("a patron hears no aside");
        }
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.line(this);
    }
}
