package org.crossdesk.domain.session;

import java.time.Instant;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Tags;
import org.jspecify.annotations.Nullable;

/**
 * How and when a session was closed.
 *
 * @param tags what its owner called it by; none: nothing
 */
public record Ending(
        Instant at,
        Resolution resolution,
        @Nullable Integer read,
        @Nullable Tags tags) {
    /** An end without tags. */
    public Ending(Instant at, Resolution resolution, @Nullable Integer read) {
        this(at, resolution, read, null);
    }
}
