package org.crossdesk.protocol.ask;

import java.time.Instant;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;

/**
 * What a home desk shows of a session that runs.
 *
 * @param id the session
 * @param since when it began
 * @param lines how many lines it has
 * @param owner the operator who has it, by their handle
 * @param summary what it is about
 */
public record RunningSession(SessionId id, Instant since, int lines, Address owner, String summary) {
    public RunningSession {
        Bounds.range("lines", lines, 0, Integer.MAX_VALUE);
        Bounds.text("summary", summary, Bounds.SUMMARY_MAX_CHARS);
    }
}
