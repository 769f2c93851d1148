package org.crossdesk.domain.competence.match;

/** A term and the level it is known at, in one number. */
final class Entry {
    private static final int LEVEL_BITS = 3;

    private Entry() {}

    static int of(int term, int level) {
        return term << LEVEL_BITS | level;
    }

    static int term(int entry) {
        return entry >>> LEVEL_BITS;
    }

    static int level(int entry) {
        return entry & (1 << LEVEL_BITS) - 1;
    }
}
