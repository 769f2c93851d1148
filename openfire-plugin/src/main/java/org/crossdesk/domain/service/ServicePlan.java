package org.crossdesk.domain.service;

import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator plans of a service beyond its name and its parent.
 *
 * @param descriptions what it is for, by language
 * @param welcomes what a patron is told who writes while it is open, by language; none: the desk's own words
 * @param aways what a patron is told who writes while it is closed, by language; none: the desk's own words
 * @param asking who may ask it
 * @param staffing whose operators may staff it
 * @param needs what its operators must know
 * @param hours when it is open; null: always
 * @param ring how many operators ring for a question; null: as the desk is set up
 * @param steps where to look for an operator; none: its own staff room, then its parent
 * @param closed whether it is given up: who talks by it goes on, and nobody begins
 */
public record ServicePlan(
        Map<String, String> descriptions,
        Map<String, String> welcomes,
        Map<String, String> aways,
        Asking asking,
        Staffing staffing,
        Needs needs,
        @Nullable Hours hours,
        @Nullable Ring ring,
        List<Step> steps,
        boolean closed) {
    /** Longest description. */
    public static final int DESCRIPTION_MAX_CHARS = 1_000;

    /** Longest welcome or away line. */
    public static final int LINE_MAX_CHARS = 500;

    /** So many steps. */
    public static final int STEPS_MAX = 16;

    /** Nothing is planned: everyone asks, every member may staff, it is always open. */
    public static final ServicePlan NONE = new ServicePlan(
            Map.of(),
            Map.of(),
            Map.of(),
            Asking.EVERYONE,
            Staffing.WHOEVER_CONSENTS,
            Needs.NONE,
            null,
            null,
            List.of(),
            false);

    public ServicePlan {
        descriptions = ByLanguage.checked("description", descriptions, DESCRIPTION_MAX_CHARS);
        welcomes = ByLanguage.checked("welcome line", welcomes, LINE_MAX_CHARS);
        aways = ByLanguage.checked("away line", aways, LINE_MAX_CHARS);
        steps = Bounds.list("steps", steps, STEPS_MAX);
    }

    /** The same, given up or not. */
    ServicePlan closed(boolean givenUp) {
        return new ServicePlan(descriptions, welcomes, aways, asking, staffing, needs, hours, ring, steps, givenUp);
    }

    /** What the service is for, for a reader of {@code language}. */
    public @Nullable String description(@Nullable String language) {
        return ByLanguage.in(language, descriptions);
    }

    /** What a patron is told first; null: the desk's own words. */
    public @Nullable String greeting(boolean open, @Nullable String language) {
        return ByLanguage.in(language, open ? welcomes : aways);
    }
}
