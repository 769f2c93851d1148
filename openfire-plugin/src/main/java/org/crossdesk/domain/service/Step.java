package org.crossdesk.domain.service;

import java.util.List;
import java.util.Objects;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;

/**
 * One step of looking for an operator. It ends when its time is over, or at once when the service has nobody left to
 * ring; then the next one begins.
 *
 * @param service where to look
 * @param keep which of the question's needs still count here
 * @param seconds how long to look
 * @param levels at which level they count at most. Null in what earlier versions stored: as the question says
 * @param ring how many ring at a time; null: as the service itself has it
 */
public record Step(
        Address service,
        Keep keep,
        int seconds,
        @Nullable Levels levels,
        @Nullable Ring ring) {
    /** What of the needs a step insists on; later steps relax. */
    public enum Keep {
        ALL,
        LANGUAGES,
        NOTHING
    }

    public Step {
        Bounds.range("step seconds", seconds, 1, Bounds.EXPIRY_MAX_SECONDS);
    }

    /** A step that takes the needs' levels as they are, and rings as the service does. */
    public Step(Address service, Keep keep, int seconds) {
        this(service, keep, seconds, null, null);
    }

    /** The needs that still count. */
    public Needs relax(Needs needs) {
        Needs kept = switch (keep) {
            case ALL -> needs;
            case LANGUAGES -> new Needs(needs.languages(), List.of(), List.of());
            case NOTHING -> Needs.NONE;
        };
        return levels == null ? kept : levels.relax(kept);
    }

    /** Whether it insists on nothing that {@code earlier} did not. */
    boolean relaxes(Step earlier) {
        Levels now = Objects.requireNonNullElse(levels, Levels.FULL);
        Levels before = Objects.requireNonNullElse(earlier.levels, Levels.FULL);
        return keep.compareTo(earlier.keep) >= 0
                && (keep == Keep.NOTHING || now.languageLevel().compareTo(before.languageLevel()) <= 0)
                && (keep != Keep.ALL || now.knowledgeLevel() <= before.knowledgeLevel());
    }
}
