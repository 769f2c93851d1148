package org.crossdesk.runtime;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossdesk.domain.session.Session;
import org.crossdesk.protocol.ask.ConversationToken;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that were closed not long ago, as far as there is room: a patron who was away meanwhile comes back and reads
 * how they ended. Used by the loop's thread only.
 */
final class ClosedConversations {
    /** So many are remembered. */
    static final int MAX = 1_000;

    /** So much room all of them may take together, about. */
    static final long BYTES_MAX = 16_000_000;

    private final Map<ConversationToken, Session> sessions = new LinkedHashMap<>();
    private long bytes;

    /** This one has ended. */
    void remember(Session ended) {
        ConversationToken token = ended.token().orElse(null);
        if (token == null) {
            return;
        }
        forget(token);
        sessions.put(token, ended);
        bytes += ended.transcript().bytes();
        Iterator<Session> eldest = sessions.values().iterator();
        while (sessions.size() > MAX || bytes > BYTES_MAX) {
            bytes -= eldest.next().transcript().bytes();
            eldest.remove();
        }
    }

    private void forget(ConversationToken token) {
        Session before = sessions.remove(token);
        if (before != null) {
            bytes -= before.transcript().bytes();
        }
    }

    @Nullable
    Session get(ConversationToken token) {
        return sessions.get(token);
    }
}
