package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A transfer came to nothing: the session stays where it was. Told to the owner (IQ set) until it is answered.
 *
 * @param question what was asked for last; the same one is told once, however often it comes
 * @param nearest as much of the needs as somebody has who is free, if there is anybody
 */
public record TransferRefused(
        SessionId session,
        long epoch,
        Reason reason,
        QuestionId question,
        @Nullable Needs nearest) implements TransferPayload {
    /** Why. */
    public enum Reason {
        NOBODY_FITS,
        /** Who fits has as many sessions as they can take. */
        FULL,
        /** Who fits has said no. */
        DECLINED,
        TIMEOUT,
        UNREACHABLE,
        CANCELLED,
        TOO_MANY_HOPS
    }

    public TransferRefused {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transferRefused(this);
    }
}
