package org.crossdesk.domain.service;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;

/**
 * One step of looking for an operator. It ends when its time is over, or at once when the service has nobody left to
 * ring; then the next one begins.
 *
 * @param service where to look
 * @param keep which of the question's needs still count here
 * @param seconds how long to look
 */
public record Step(Address service, Keep keep, int seconds) {
    /** What of the needs a step insists on; later steps relax. */
    public enum Keep {
        ALL,
        LANGUAGES,
        NOTHING
    }

    public Step {
        Bounds.range("step seconds", seconds, 1, Bounds.EXPIRY_MAX_SECONDS);
    }

    /** The needs that still count. */
    public Needs relax(Needs needs) {
        return switch (keep) {
            case ALL -> needs;
            case LANGUAGES -> new Needs(needs.languages(), java.util.List.of(), java.util.List.of());
            case NOTHING -> Needs.NONE;
        };
    }
}
