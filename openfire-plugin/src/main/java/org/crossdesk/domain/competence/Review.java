package org.crossdesk.domain.competence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with what an operator says they know: they say it, and their library's coordinator confirms it.
 *
 * @param proposed what they say now, where it is not confirmed yet
 * @param confirmedOn when what others see of them was last confirmed
 * @param confirmedBy the account of the coordinator who did
 * @param atHome whether they wish to be found by their own library alone; none: no
 * @param shownTo the services whose libraries alone may find them beside their own; none: all that theirs works with
 */
public record Review(
        @Nullable Profile proposed,
        @Nullable Instant confirmedOn,
        @Nullable String confirmedBy,
        @Nullable Boolean atHome,
        @Nullable List<Address> shownTo) {
    /** Services that somebody may be shown to. */
    public static final int SHOWN_TO_MAX = 50;

    public Review {
        shownTo = shownTo == null ? null : Bounds.list("services", shownTo, SHOWN_TO_MAX);
    }

    /** Nothing was ever said or confirmed. */
    public static final Review NONE = new Review(null, null, null, null, null);

    /** After so long somebody should look at it again. */
    public static final Duration OVERDUE = Duration.ofDays(365);

    /** The operator says something else now; null: they have nothing to say. */
    public Review proposing(@Nullable Profile profile) {
        return new Review(profile, confirmedOn, confirmedBy, atHome, shownTo);
    }

    /** A coordinator has confirmed what stands. */
    public Review confirmed(Instant on, String by) {
        return new Review(null, on, by, atHome, shownTo);
    }

    /** The operator wishes to be found by their own library alone, or by all it works with. */
    public Review found(boolean byOwnLibraryAlone) {
        return new Review(proposed, confirmedOn, confirmedBy, byOwnLibraryAlone ? true : null, null);
    }

    /** The operator wishes to be found by their own library, and by those of these services. */
    public Review foundBy(List<Address> services) {
        return new Review(proposed, confirmedOn, confirmedBy, null, services);
    }

    /** Whether the desk at this domain, of another library, may find them. */
    public boolean visibleTo(String desk) {
        return !hidden()
                && (shownTo == null
                        || shownTo.stream().anyMatch(service -> service.domain().equals(desk)));
    }

    /** Whether they wish to be found by their own library alone. */
    public boolean hidden() {
        return Boolean.TRUE.equals(atHome);
    }

    /** Whether it was confirmed long ago, or never. */
    public boolean overdue(Instant now) {
        return confirmedOn == null || !confirmedOn.plus(OVERDUE).isAfter(now);
    }
}
