package org.crossdesk.protocol.transfer;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;

/**
 * Lines of a session in their order, for whoever asked by {@link RecallRequest}; those that the home library does not
 * show them are left out.
 *
 * @param more whether there are more after these
 */
public record Recalled(SessionId session, long epoch, boolean more, List<RecalledLine> lines)
        implements TransferPayload {
    public Recalled {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        lines = RecalledLine.page(lines);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.recalled(this);
    }
}
