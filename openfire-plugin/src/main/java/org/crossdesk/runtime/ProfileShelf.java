package org.crossdesk.runtime;

import org.crossdesk.protocol.competence.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Profiles of other libraries' operators, by their hash: what was fetched once is not fetched again, also after a restart.
 * Losing one costs a request. Used by one thread.
 */
public interface ProfileShelf {
    /** The profile with this hash, if it is here. */
    @Nullable
    Profile get(String ver);

    /** Keeps a profile. */
    void put(Profile profile);
}
