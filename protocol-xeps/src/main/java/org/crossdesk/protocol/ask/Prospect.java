package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;

/**
 * Why a service has nobody to ring, and what it has instead. Ask Services, section "Nobody".
 *
 * @param busy how many operators on duty fit, and have as many sessions as they can take
 * @param declined how many who fit have said no
 * @param nearest as much of the needs as somebody has who is free; none: nobody has any of it
 */
public record Prospect(int busy, int declined, @Nullable Needs nearest) {
    /** Nothing is known. */
    public static final Prospect NONE = new Prospect(0, 0, null);

    public Prospect {
        Bounds.range("busy", busy, 0, Integer.MAX_VALUE);
        Bounds.range("declined", declined, 0, Integer.MAX_VALUE);
    }

    /** What two services know, the first one asked first. */
    public Prospect and(Prospect other) {
        return new Prospect(
                Math.max(busy, other.busy),
                Math.max(declined, other.declined),
                nearest == null ? other.nearest : nearest);
    }
}
