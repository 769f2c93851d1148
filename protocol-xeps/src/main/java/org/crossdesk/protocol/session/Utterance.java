package org.crossdesk.protocol.session;

import java.time.Instant;
import org.crossdesk.protocol.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * One line of a session, as the home desk ordered it.
 *
 * @param seq its place in the session, from 1 without gaps
 * @param at when the home desk kept it
 * @param speaker who said it
 * @param own where the receiver's own operator said it: the number that the receiver gave it, and an empty body
 * @param body the text; empty where {@code own} is set, and where the home library does not show it
 * @param extras what it has beside its text, if anything
 */
public record Utterance(
        long seq,
        Instant at,
        Speaker speaker,
        @Nullable Long own,
        String body,
        @Nullable Extras extras) {
    /** Words with nothing but their text. */
    public Utterance(long seq, Instant at, Speaker speaker, @Nullable Long own, String body) {
        this(seq, at, speaker, own, body, null);
    }

    public Utterance {
        Bounds.range("seq", seq, 1, Long.MAX_VALUE);
        Bounds.time("at", at);
        if (own == null && body.isEmpty()) {
            if (extras != null) {
                throw new IllegalArgumentException("an utterance that is not shown carries nothing");
            }
        } else if (own == null) {
            Bounds.text("body", body, Bounds.BODY_MAX_CHARS);
        } else {
            Bounds.range("own", own, 1, Long.MAX_VALUE);
            if (!body.isEmpty() || (speaker != Speaker.OPERATOR && speaker != Speaker.ASIDE)) {
                throw new IllegalArgumentException("an own utterance is an operator's and travels without its body");
            }
        }
    }

    /** Whether the home library does not show it. */
    public boolean withheld() {
        return own == null && body.isEmpty();
    }
}
