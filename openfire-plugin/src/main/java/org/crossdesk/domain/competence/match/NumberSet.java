package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of numbers in chunks, of which the first is at hand: those on duty mostly fit into one. */
final class NumberSet {
    private static final int LOW = (1 << Chunk.SHIFT) - 1;

    private static final @Nullable Chunk[] NO_MORE = {};

    private @Nullable Chunk first;
    private @Nullable Chunk[] more = NO_MORE;
    private int size;

    int size() {
        return size;
    }

    /** Those whose upper bits are this number, if there are any. */
    @Nullable
    Chunk chunk(int high) {
        if (high == 0) {
            return first;
        }
        return high <= more.length ? more[high - 1] : null;
    }

    private void put(int high, @Nullable Chunk chunk) {
        if (high == 0) {
            first = chunk;
            return;
        }
        if (high > more.length) {
            more = Arrays.copyOf(more, high);
        }
        more[high - 1] = chunk;
    }

    void add(int number, Shelf.Limits limits) {
        int high = number >> Chunk.SHIFT;
        Chunk chunk = chunk(high);
        if (chunk == null) {
            chunk = new Chunk();
            put(high, chunk);
        }
        int before = chunk.size();
        chunk.add(number & LOW, limits);
        size += chunk.size() - before;
    }

    void remove(int number, Shelf.Limits limits) {
        int high = number >> Chunk.SHIFT;
        Chunk chunk = chunk(high);
        if (chunk != null) {
            int before = chunk.size();
            chunk.remove(number & LOW, limits);
            size += chunk.size() - before;
            if (chunk.size() == 0) {
                put(high, null);
            }
        }
    }
}
