package org.crossdesk.domain.session;

import java.time.Instant;
import org.crossdesk.protocol.session.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The session waits to be answered later: by its owner, or, while it has none, by whoever of the home library takes it.
 *
 * @param since when that began
 * @param resolution how its owner left it: follow-up by me, or by the home library; none: nobody had answered
 * @param read the READ value that the owner gave it
 */
public record FollowUp(
        Instant since,
        @Nullable Resolution resolution,
        @Nullable Integer read) {}
