package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The owner asks to hand the session over (IQ set; the empty result means: looking).
 *
 * @param needs what the next operator must know
 * @param target a desk with a handle, a desk or a service to hand it to; none: whoever fits
 * @param summary one line for the next operator
 */
public record TransferRequest(
        SessionId session,
        long epoch,
        Needs needs,
        @Nullable Address target,
        @Nullable String summary) implements TransferPayload {
    public TransferRequest {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        if (summary != null) {
            Bounds.text("summary", summary, Bounds.SUMMARY_MAX_CHARS);
        }
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transferRequest(this);
    }
}
