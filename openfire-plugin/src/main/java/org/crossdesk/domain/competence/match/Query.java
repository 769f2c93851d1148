package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** A need in the numbers of the index. */
final class Query {
    /** No load is as high: those off duty come after all on duty who are as good. */
    static final int OFF_DUTY = 255;

    /** What somebody has who doesn't fit. */
    static final int NO_FIT = -1;

    private static final int[] NOBODY = {};
    private static final int LOAD_BITS = 8;
    /** More points than any need can bring. */
    private static final int POINTS_END = 1 << 12;
    /** Puts those preferred before all others. */
    private static final int PREFERRED = 1 << 24;

    private final Need need;
    private final Register register;
    private final Clause[] clauses;
    private final int[] not;
    private final int[] preferred;
    private final boolean atAnyLevel;

    Query(Need need, Terms terms, Register register) {
        this.need = need;
        this.register = register;
        Needs knows = need.knows();
        boolean language = !knows.languages().isEmpty();
        clauses = new Clause
                [(language ? 1 : 0) + knows.subjects().size() + knows.insights().size()];
        int size = 0;
        if (language) {
            Wanted[] anyOf = new Wanted[knows.languages().size()];
            for (int i = 0; i < anyOf.length; i++) {
                anyOf[i] = Wanted.of(knows.languages().get(i), terms);
            }
            clauses[size++] = new Clause(anyOf);
        }
        for (Subject subject : knows.subjects()) {
            clauses[size++] = new Clause(Wanted.of(subject, need.broaderCovers(), terms));
        }
        for (Insight insight : knows.insights()) {
            clauses[size++] = new Clause(Wanted.of(insight, terms));
        }
        boolean any = true;
        for (Clause clause : clauses) {
            any &= clause.atAnyLevel();
        }
        atAnyLevel = any;
        not = numbers(need.not());
        preferred = numbers(need.prefer());
    }

    private int[] numbers(Set<Address> operators) {
        return operators.isEmpty()
                ? NOBODY
                : operators.stream()
                        .mapToInt(register::find)
                        .filter(number -> number >= 0)
                        .toArray();
    }

    Need need() {
        return need;
    }

    boolean leastLoaded() {
        return need.order() == Need.Order.LEAST_LOADED;
    }

    /** For each part of the need the sets of those who may serve it. */
    NumberSet[][] sets(Shelf shelf) {
        NumberSet[][] sets = new NumberSet[clauses.length][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = clauses[i].sets(shelf);
        }
        return sets;
    }

    /** The points that nobody on the shelf has more of. */
    int pointsMax(Shelf shelf) {
        int sum = 0;
        for (Clause clause : clauses) {
            sum += clause.pointsMax(shelf);
        }
        return sum;
    }

    /** Who is preferred and may be. */
    int[] preferred() {
        return preferred;
    }

    boolean excludes(int number) {
        return contains(not, number);
    }

    /** Whether anybody is looked at apart from all others, or not at all. */
    boolean anyApart() {
        return not.length + preferred.length > 0;
    }

    /** Whether somebody is looked at apart from all others, or not at all. */
    boolean apart(int number) {
        return contains(not, number) || contains(preferred, number);
    }

    private static boolean contains(int[] few, int number) {
        for (int each : few) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    /** Whether everybody who knows something of each part fits. */
    boolean atAnyLevel() {
        return atAnyLevel;
    }

    /** What the person is worth for the need, or {@link #NO_FIT}. */
    int points(int number) {
        int[] page = register.page(number);
        int from = register.from(number);
        int count = register.count(number, page);
        int sum = 0;
        for (int i = 0; i < clauses.length; i++) {
            int points = clauses[i].points(page, from, count);
            if (points == 0) {
                return NO_FIT;
            }
            sum += points;
        }
        return sum;
    }

    /** Why somebody who fits does. */
    List<Reason> reasons(int number, @Nullable String reader) {
        int[] page = register.page(number);
        int from = register.from(number);
        int count = register.count(number, page);
        return Arrays.stream(clauses)
                .map(clause -> clause.reason(page, from, count, reader))
                .toList();
    }

    /** Where somebody stands with so many points and such a load; the lower, the better. */
    int rank(int points, int load) {
        return leastLoaded() ? load : (POINTS_END - points) << LOAD_BITS | load;
    }

    /** The same for somebody who is preferred. */
    int preferredRank(int points, int load) {
        return rank(points, load) - PREFERRED;
    }
}
