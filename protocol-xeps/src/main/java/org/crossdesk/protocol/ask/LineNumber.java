package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <line/>} on what the client of a patron who can come back is told, or an operator's: which line of the
 * conversation it is. Ask Services, sections "Coming Back" and "The Operator's Client".
 *
 * @param seq its number, which rises; there may be gaps
 * @param after the number of the one before it that the hearer hears, 0 for the first: who lacks that one has missed something
 * @param by who said it; a patron hears no aside
 */
public record LineNumber(long seq, long after, Speaker by) implements AskPayload {
    public LineNumber {
        Bounds.range("seq", seq, 1, Long.MAX_VALUE);
        Bounds.range("after", after, 0, Long.MAX_VALUE);
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
