package org.crossdesk.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.crossdesk.domain.session.EarlierSession;
import org.crossdesk.domain.session.Session;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** Tells which sessions there are with patrons of this library. */
public final class Talks {
    private final Loop loop;
    private final Sessions sessions;

    Talks(Loop loop, Sessions sessions) {
        this.loop = loop;
        this.sessions = sessions;
    }

    /** Whether a patron has an open session with one of our services. */
    public CompletableFuture<Boolean> open(Address patron, Address service) {
        return loop.ask(() -> sessions.of(patron, service) != null);
    }

    /** The session that went on by this token and was closed not long ago, if it is remembered. */
    public CompletableFuture<Optional<Session>> closed(ConversationToken token) {
        return loop.ask(() -> Optional.ofNullable(sessions.closedBy(token)));
    }

    /**
     * A session that is open, and the one that its patron had with the same service before.
     *
     * @param session null where none of this name is open
     * @param earlier null where none is remembered
     */
    public record Before(
            @Nullable Session session, @Nullable SessionId earlier) {}

    /** The session of this name, and the one before it. */
    public CompletableFuture<Before> before(SessionId id) {
        return loop.ask(() -> {
            Session session = sessions.get(id.value());
            EarlierSession earlier = session == null ? null : sessions.before(session.patron(), session.service());
            return new Before(session, earlier == null ? null : earlier.id());
        });
    }

    /** The sessions that wait for somebody of this library to answer them later, the longest waiting first. */
    public CompletableFuture<List<Session>> followUps() {
        return loop.ask(() -> List.copyOf(sessions.followUps().values()));
    }
}
