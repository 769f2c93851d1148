package org.crossdesk.domain.competence.match;

import java.util.Set;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Needs;

/**
 * Who is looked for.
 *
 * @param knows any one of the languages, all of the subjects and insights, each at least at its level
 * @param broaderCovers whether who knows a broader subject will do for a narrower one
 * @param onDuty whether they have to be on duty
 * @param free whether those on duty must have room for another session
 * @param not these are not meant
 * @param prefer these come before all others, if they fit
 * @param order who of those who fit comes first
 */
public record Need(
        Needs knows,
        boolean broaderCovers,
        boolean onDuty,
        boolean free,
        Set<Address> not,
        Set<Address> prefer,
        Order order) {
    /** Who comes first. Of equals it is whoever took something or came on duty longest ago. */
    public enum Order {
        /** Who knows it best; of those who is least loaded. Who is off duty comes after all on duty that are as good. */
        BEST_SCORE,
        /** Who is least loaded, however well they know it. Who is off duty comes last. */
        LEAST_LOADED
    }

    public Need {
        not = Set.copyOf(not);
        prefer = Set.copyOf(prefer);
        Bounds.range("operators not meant", not.size(), 0, Bounds.EXCLUDED_MAX);
        Bounds.range("operators preferred", prefer.size(), 0, Bounds.EXCLUDED_MAX);
    }

    /** Those on duty with room for another session, best first. */
    public static Need freeNow(Needs knows) {
        return new Need(knows, true, true, true, Set.of(), Set.of(), Order.BEST_SCORE);
    }

    /** Everybody, on duty or not, best first. */
    public static Need anybody(Needs knows) {
        return new Need(knows, true, false, false, Set.of(), Set.of(), Order.BEST_SCORE);
    }

    /** Without these. */
    public Need without(Set<Address> others) {
        return new Need(knows, broaderCovers, onDuty, free, others, prefer, order);
    }

    /** These first. */
    public Need preferring(Set<Address> others) {
        return new Need(knows, broaderCovers, onDuty, free, not, others, order);
    }

    /** In another order. */
    public Need in(Order other) {
        return new Need(knows, broaderCovers, onDuty, free, not, prefer, other);
    }

    /** Whoever knows only a broader subject does not do. */
    public Need exactly() {
        return new Need(knows, false, onDuty, free, not, prefer, order);
    }
}
