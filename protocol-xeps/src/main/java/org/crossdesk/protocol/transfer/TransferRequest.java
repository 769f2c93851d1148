package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The owner asks to hand the session over, or for somebody beside them (IQ set; the empty result means: looking).
 *
 * @param needs what the next operator must know
 * @param target a desk with a handle, a desk or a service to hand it to; none: whoever fits
 * @param summary one line for whoever is rung
 * @param role what they are to be in the session; none: its owner
 * @param back whether it goes to the owner before this one
 */
public record TransferRequest(
        SessionId session,
        long epoch,
        Needs needs,
        @Nullable Address target,
        @Nullable String summary,
        @Nullable Role role,
        boolean back)
        implements TransferPayload {
    public TransferRequest {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        if (summary != null) {
            Bounds.text("summary", summary, Bounds.SUMMARY_MAX_CHARS);
        }
    }

    /** To hand it over to whoever fits, or to {@code target}. */
    public TransferRequest(
            SessionId session, long epoch, Needs needs, @Nullable Address target, @Nullable String summary) {
        this(session, epoch, needs, target, summary, null, false);
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
