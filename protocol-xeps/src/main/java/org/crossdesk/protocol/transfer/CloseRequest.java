package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The owner ends the session (IQ set).
 *
 * @param read the READ value, 1 to 6, if given
 * @param tags what the owner calls it by
 */
public record CloseRequest(
        SessionId session,
        long epoch,
        Resolution resolution,
        @Nullable Integer read,
        Tags tags) implements TransferPayload {
    /** The highest value of the READ scale. */
    public static final int READ_MAX = 6;

    public CloseRequest {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        if (read != null) {
            Bounds.range("READ", read, 1, READ_MAX);
        }
    }

    /** An end without tags. */
    public CloseRequest(SessionId session, long epoch, Resolution resolution, @Nullable Integer read) {
        this(session, epoch, resolution, read, Tags.NONE);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.closeRequest(this);
    }
}
