package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * A service rings an operator (IQ set to {@code ask.<domain>/<handle>}; the empty result means: ringing).
 *
 * @param call the session and its needs
 * @param service the service that rings
 * @param seconds how long it rings
 * @param claimed whether the operator has claimed it in the staff room, and need not be rung
 */
public record Offer(Call call, Address service, int seconds, boolean claimed) implements AskPayload {
    /** To somebody who has not claimed it. */
    public Offer(Call call, Address service, int seconds) {
        this(call, service, seconds, false);
    }

    public Offer {
        Bounds.range("seconds", seconds, 1, Bounds.EXPIRY_MAX_SECONDS);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.offer(this);
    }
}
