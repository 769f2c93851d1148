package org.crossdesk.runtime;

import java.time.Instant;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.protocol.session.SessionId;

/** How patrons found their conversations. Safe for several threads. */
public interface RatingShelf {
    /**
     * What a patron has said of a session that is over.
     *
     * @param service to which they wrote
     * @param library the domain of who owned it last; empty where nobody did
     * @param stars from 1 to {@link Rating#STARS_MAX}
     * @param words what they said beside, which may be nothing
     */
    record Rated(SessionId session, Address service, String library, Instant at, int stars, String words) {}

    /** Keeps it, in place of what was said of the same session before. */
    void keep(Rated rated) throws JournalException;

    /** What was said of a service's sessions from then until then, the latest first, {@code most} at most. */
    List<Rated> read(Address service, Instant from, Instant until, int most) throws JournalException;

    /** Deletes the words of what was said before one moment, and what was said before another whole. */
    void forget(Instant wordsBefore, Instant before) throws JournalException;
}
