package org.crossdesk.domain.session;

import java.time.Instant;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The session waits to be answered later: by its owner, or, while it has none, by whoever of the home library takes it.
 *
 * @param since when that began
 * @param resolution how its owner left it: follow-up by me, or by the home library; none: nobody had answered
 * @param read the READ value that the owner gave it
 * @param tags what the owner called it by; none: nothing
 */
public record FollowUp(
        Instant since,
        @Nullable Resolution resolution,
        @Nullable Integer read,
        @Nullable Tags tags) {
    /** One without tags. */
    public FollowUp(Instant since, @Nullable Resolution resolution, @Nullable Integer read) {
        this(since, resolution, read, null);
    }
}
