package org.crossdesk.protocol.transfer;

import java.time.Instant;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The owner says something. Sent again until it comes back in a {@link Relay} as the utterance with this {@code own}
 * number.
 *
 * @param number their count of what they said in this epoch, from 1 without gaps
 * @param extras what it has beside its text, if anything; {@code corrects} is the number of earlier words of this epoch
 * @param aside whether it is for the operators of the session alone
 */
public record Say(
        SessionId session,
        long epoch,
        long number,
        Instant at,
        String body,
        boolean aside,
        @Nullable Extras extras) implements TransferPayload {
    public Say {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        Bounds.range("number", number, 1, Long.MAX_VALUE);
        Bounds.time("at", at);
        Bounds.text("body", body, Bounds.BODY_MAX_CHARS);
    }

    /** Words for the patron. */
    public Say(SessionId session, long epoch, long number, Instant at, String body) {
        this(session, epoch, number, at, body, false, null);
    }

    /** Words with nothing but their text. */
    public Say(SessionId session, long epoch, long number, Instant at, String body, boolean aside) {
        this(session, epoch, number, at, body, aside, null);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.say(this);
    }
}
