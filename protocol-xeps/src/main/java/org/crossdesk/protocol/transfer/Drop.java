package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The owner sends away who is in the session beside them (IQ set, answered by an empty result).
 *
 * @param operator whom; none: everybody
 */
public record Drop(SessionId session, long epoch, @Nullable Address operator) implements TransferPayload {
    public Drop {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.drop(this);
    }
}
