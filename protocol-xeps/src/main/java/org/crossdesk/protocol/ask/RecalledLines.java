package org.crossdesk.protocol.ask;

import java.util.List;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <lines/>}: lines of a session in their order, for whoever asked by {@link Recall}.
 *
 * @param more whether there are more after these
 */
public record RecalledLines(boolean more, List<RecalledLine> lines) implements AskPayload {
    public RecalledLines {
        lines = RecalledLine.page(lines);
    }

    @Override
    public Element toElement() {
        return ConsoleCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.recalledLines(this);
    }
}
