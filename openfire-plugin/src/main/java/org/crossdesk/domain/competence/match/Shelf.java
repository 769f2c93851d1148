package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** For every term who has it at any level, and who has it or something below it. */
final class Shelf {
    /**
     * What a chunk is, by its size.
     *
     * @param bitsMin with so many there is a bit for each possible one
     * @param listMax with more there is no list
     */
    record Limits(int bitsMin, int listMax) {}

    private final Limits limits;
    private @Nullable NumberSet[] sets = new NumberSet[1024];

    Shelf(Limits limits) {
        this.limits = limits;
    }

    /** Who has the term itself, if anybody. */
    @Nullable
    NumberSet at(int term) {
        return set(term << 1);
    }

    /** Who has the term or something below it, if anybody. */
    @Nullable
    NumberSet within(int term) {
        return set(term << 1 | 1);
    }

    private @Nullable NumberSet set(int key) {
        return key < sets.length ? sets[key] : null;
    }

    /** Puts the number where its entries say. */
    void add(int number, Terms terms, int[] page, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int term = Entry.term(page[i]);
            add(term << 1, number);
            add(term << 1 | 1, number);
            for (int above : terms.above(term)) {
                add(above << 1 | 1, number);
            }
        }
    }

    /** Takes the number away from where its entries say. */
    void remove(int number, Terms terms, int[] page, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int term = Entry.term(page[i]);
            remove(term << 1, number);
            remove(term << 1 | 1, number);
            for (int above : terms.above(term)) {
                remove(above << 1 | 1, number);
            }
        }
    }

    private void add(int key, int number) {
        if (key >= sets.length) {
            sets = Arrays.copyOf(sets, Math.max(key + 1, sets.length + (sets.length >> 1)));
        }
        NumberSet set = sets[key];
        if (set == null) {
            set = new NumberSet();
            sets[key] = set;
        }
        set.add(number, limits);
    }

    private void remove(int key, int number) {
        NumberSet set = set(key);
        if (set != null) {
            set.remove(number, limits);
            if (set.size() == 0) {
                sets[key] = null;
            }
        }
    }
}
