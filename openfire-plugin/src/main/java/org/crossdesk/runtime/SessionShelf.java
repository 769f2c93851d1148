package org.crossdesk.runtime;

import org.crossdesk.domain.session.Session;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** The sessions that have ended, until their retention is over. Safe for several threads; may wait for the database. */
public interface SessionShelf {
    /**
     * A session that has ended, as it was last; null where there is none.
     *
     * @throws JournalException where it can't be read
     */
    @Nullable
    Session ended(SessionId id) throws JournalException;
}
