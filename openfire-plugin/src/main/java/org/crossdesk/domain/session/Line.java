package org.crossdesk.domain.session;

import java.time.Instant;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * One utterance as the home desk keeps it.
 *
 * @param seq its place, from 1 without gaps
 * @param at when it was kept
 * @param speaker who said it
 * @param epoch an operator's: which part of theirs; else 0
 * @param number an operator's: their own count in that epoch; else 0
 * @param body the text
 * @param extras what it has beside its text, if anything
 */
public record Line(
        long seq,
        Instant at,
        Speaker speaker,
        long epoch,
        long number,
        String body,
        @Nullable Extras extras) {
    /** What the rest of a line takes beside its text, about. */
    private static final int OTHER_BYTES = 110;

    /** Words with nothing but their text. */
    public Line(long seq, Instant at, Speaker speaker, long epoch, long number, String body) {
        this(seq, at, speaker, epoch, number, body, null);
    }

    /** How much room it takes where it is kept, about. */
    int bytes() {
        int bytes = OTHER_BYTES;
        if (extras != null) {
            String link = extras.link();
            bytes += OTHER_BYTES + (link == null ? 0 : 3 * link.length());
        }
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return bytes;
    }

    /** How it travels to an operator who is not to see it: its place alone. */
    Utterance withheld() {
        return new Utterance(seq, at, speaker, null, "");
    }

    /** How it travels to the operator of {@code toEpoch}: what they said themselves only as its number. */
    Utterance utterance(long toEpoch) {
        return epoch == toEpoch
                ? new Utterance(seq, at, speaker, number, "", extras)
                : new Utterance(seq, at, speaker, null, body, extras);
    }
}
