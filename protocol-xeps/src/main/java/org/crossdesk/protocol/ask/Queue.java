package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * How long a question is likely to wait at a service. Ask Services, section "The Question".
 *
 * @param place its place among those that wait there, from 1
 * @param waitSeconds how long the middle one of those that were taken in the last hour had waited; none: too few were
 */
public record Queue(int place, @Nullable Integer waitSeconds) {
    public Queue {
        Bounds.range("place", place, 1, Integer.MAX_VALUE);
        if (waitSeconds != null) {
            Bounds.range("wait", waitSeconds, 0, Bounds.EXPIRY_MAX_SECONDS);
        }
    }
}
