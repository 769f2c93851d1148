package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A part of a need that has to be served: by any one of what is wanted. */
final class Clause {
    private final Wanted[] anyOf;

    Clause(Wanted... anyOf) {
        this.anyOf = anyOf;
    }

    boolean atAnyLevel() {
        for (Wanted wanted : anyOf) {
            if (!wanted.atAnyLevel()) {
                return false;
            }
        }
        return true;
    }

    /** The sets of all who may serve it: who does is in one of them. */
    NumberSet[] sets(Shelf shelf) {
        int most = 0;
        for (Wanted wanted : anyOf) {
            most += wanted.setsMax();
        }
        NumberSet[] sets = new NumberSet[most];
        int size = 0;
        for (Wanted wanted : anyOf) {
            size = wanted.sets(shelf, sets, size);
        }
        return size == most ? sets : Arrays.copyOf(sets, size);
    }

    int pointsMax(Shelf shelf) {
        int most = 0;
        for (Wanted wanted : anyOf) {
            most = Math.max(most, wanted.pointsMax(shelf));
        }
        return most;
    }

    /** The points of the best of these entries; 0 if none serves. */
    int points(int[] page, int from, int count) {
        int best = 0;
        for (int i = from; i < from + count; i++) {
            for (Wanted wanted : anyOf) {
                best = Math.max(best, wanted.points(page[i]));
            }
        }
        return best;
    }

    /** Why somebody with these entries, of which one serves, fits. */
    Reason reason(int[] page, int from, int count, @Nullable String reader) {
        Wanted served = anyOf[0];
        int best = 0;
        int most = -1;
        for (int i = from; i < from + count; i++) {
            for (Wanted wanted : anyOf) {
                if (wanted.points(page[i]) > most) {
                    most = wanted.points(page[i]);
                    served = wanted;
                    best = page[i];
                }
            }
        }
        return served.reason(best, reader);
    }
}
