package org.crossdesk.domain.competence.match;

/**
 * The best few so far, best first: the lowest rank, of equals the lowest turn, of these the lowest number. Who is on duty
 * goes by their seat here, since most who are looked at don't stay and need not be looked up.
 */
final class Top {
    private final int[] ranks;
    private final long[] turns;
    private final int[] found;
    private int size;

    Top(int most) {
        ranks = new int[most];
        turns = new long[most];
        found = new int[most];
    }

    /** Stands for whoever has the seat. */
    static int ofSeat(int seat) {
        return ~seat;
    }

    static boolean isSeat(int found) {
        return found < 0;
    }

    static int seat(int found) {
        return ~found;
    }

    int size() {
        return size;
    }

    int found(int place) {
        return found[place];
    }

    /** Whether nobody of this rank or a higher one, who comes later, gets in. */
    boolean closedTo(int rank) {
        return size == ranks.length && ranks[size - 1] < rank;
    }

    /** The same where those who come later have higher turns and numbers than those of their rank that are in. */
    boolean closedToLater(int rank) {
        return size == ranks.length && ranks[size - 1] <= rank;
    }

    void put(int rank, long turn, int one) {
        int at = size;
        if (size == ranks.length) {
            at--;
            if (!before(rank, turn, one, at)) {
                return;
            }
        } else {
            size++;
        }
        while (at > 0 && before(rank, turn, one, at - 1)) {
            ranks[at] = ranks[at - 1];
            turns[at] = turns[at - 1];
            found[at] = found[at - 1];
            at--;
        }
        ranks[at] = rank;
        turns[at] = turn;
        found[at] = one;
    }

    private boolean before(int rank, long turn, int one, int place) {
        if (rank != ranks[place]) {
            return rank < ranks[place];
        }
        return turn != turns[place] ? turn < turns[place] : one < found[place];
    }
}
