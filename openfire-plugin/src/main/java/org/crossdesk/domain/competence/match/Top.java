package org.crossdesk.domain.competence.match;

/** The best few so far, best first: the lowest rank, of equals the lowest turn, of these the lowest number. */
final class Top {
    private final int[] ranks;
    private final long[] turns;
    private final int[] numbers;
    private int size;

    Top(int most) {
        ranks = new int[most];
        turns = new long[most];
        numbers = new int[most];
    }

    int size() {
        return size;
    }

    int number(int place) {
        return numbers[place];
    }

    /** Whether nobody of this rank or a higher one, who comes later, gets in. */
    boolean closedTo(int rank) {
        return size == ranks.length && ranks[size - 1] < rank;
    }

    /** The same where those who come later have higher turns and numbers than those of their rank that are in. */
    boolean closedToLater(int rank) {
        return size == ranks.length && ranks[size - 1] <= rank;
    }

    void put(int rank, long turn, int number) {
        int at = size;
        if (size == ranks.length) {
            at--;
            if (!before(rank, turn, number, at)) {
                return;
            }
        } else {
            size++;
        }
        while (at > 0 && before(rank, turn, number, at - 1)) {
            ranks[at] = ranks[at - 1];
            turns[at] = turns[at - 1];
            numbers[at] = numbers[at - 1];
            at--;
        }
        ranks[at] = rank;
        turns[at] = turn;
        numbers[at] = number;
    }

    private boolean before(int rank, long turn, int number, int place) {
        if (rank != ranks[place]) {
            return rank < ranks[place];
        }
        return turn != turns[place] ? turn < turns[place] : number < numbers[place];
    }
}
