package org.crossdesk.domain.service;

import java.util.List;
import java.util.Objects;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
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
 * @param suits what a question must need, any of it, for the step to be taken; null: every question takes it
 * @param general whether the service is to look among its own people, and not at its groups first; null: it is not
 */
public record Step(
        Address service,
        Keep keep,
        int seconds,
        @Nullable Levels levels,
        @Nullable Ring ring,
        @Nullable Needs suits,
        @Nullable Boolean general) {
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

    /** A step that every question takes. */
    public Step(Address service, Keep keep, int seconds, @Nullable Levels levels, @Nullable Ring ring) {
        this(service, keep, seconds, levels, ring, null, null);
    }

    /** Whether every question takes it. */
    public boolean isForAll() {
        return suits == null;
    }

    /** Whether a question with these needs takes it. */
    public boolean isFor(Needs needs, SubjectOrder order) {
        return suits == null
                || suits.subjects().stream()
                        .anyMatch(group -> needs.subjects().stream().anyMatch(need -> covers(group, need, order)))
                || suits.languages().stream()
                        .anyMatch(group -> needs.languages().stream()
                                .anyMatch(need -> need.tag().equals(group.tag())));
    }

    private static boolean covers(Subject group, Subject need, SubjectOrder order) {
        SubjectOrder.Relation relation = order.relation(group, need);
        return relation == SubjectOrder.Relation.SAME || relation == SubjectOrder.Relation.COVERS;
    }

    /** Those of the steps that a question with these needs takes. */
    public static List<Step> taken(List<Step> steps, Needs needs, SubjectOrder order) {
        List<Step> taken =
                steps.stream().filter(step -> step.isFor(needs, order)).toList();
        return taken.isEmpty() ? steps : taken;
    }

    /** The same, past its service's groups. */
    public Step past() {
        return new Step(service, keep, seconds, levels, ring, suits, true);
    }

    /** Whether it is past its service's groups. */
    public boolean isPast() {
        return general != null && general;
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
