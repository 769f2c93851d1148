package org.crossdesk.domain.session;

import java.time.Duration;
import org.crossdesk.protocol.Bounds;

/**
 * The bounds a home desk keeps its sessions in.
 *
 * @param linesMax lines after which a patron can't go on
 * @param bodyMaxChars longest utterance
 * @param resend how long to wait for an acknowledgement before sending again
 */
public record SessionPolicy(int linesMax, int bodyMaxChars, Duration resend) {
    /** Room for the operator to end a session that has reached its bound. */
    static final int LINES_BEYOND_MAX = 100;

    /** Lines that may be under way to the owner's desk at a time. */
    static final int RELAY_WINDOW_LINES = Bounds.RELAY_MAX_UTTERANCES;

    /** Characters of one relay; a server's stanza limit is at least ten times that. */
    static final int RELAY_MAX_CHARS = 60_000;
}
