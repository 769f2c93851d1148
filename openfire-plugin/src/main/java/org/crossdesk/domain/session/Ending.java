package org.crossdesk.domain.session;

import java.time.Instant;
import org.crossdesk.protocol.session.Resolution;
import org.jspecify.annotations.Nullable;

/** How and when a session was closed. */
public record Ending(
        Instant at, Resolution resolution, @Nullable Integer read) {}
