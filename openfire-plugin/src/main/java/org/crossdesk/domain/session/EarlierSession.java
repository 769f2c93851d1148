package org.crossdesk.domain.session;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The session that a patron had with the same service before.
 *
 * @param id its name
 * @param operator who owned it last, if anybody did
 */
public record EarlierSession(SessionId id, @Nullable Address operator) {
    /** What is remembered of a session that has ended. */
    public static EarlierSession of(Session ended) {
        Address last = null;
        for (FormerOwner former : ended.former()) {
            last = former.owned() ? former.operator() : last;
        }
        return new EarlierSession(ended.id(), last);
    }
}
