package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of numbers in chunks. */
final class NumberSet {
    private static final int LOW = (1 << Chunk.SHIFT) - 1;

    private @Nullable Chunk[] chunks = new Chunk[1];
    private int size;

    int size() {
        return size;
    }

    /** Those whose upper bits are this number, if there are any. */
    @Nullable
    Chunk chunk(int number) {
        return number < chunks.length ? chunks[number] : null;
    }

    void add(int number, int denseFrom) {
        int high = number >> Chunk.SHIFT;
        if (high >= chunks.length) {
            chunks = Arrays.copyOf(chunks, high + 1);
        }
        Chunk chunk = chunks[high];
        if (chunk == null) {
            chunk = new Chunk();
            chunks[high] = chunk;
        }
        int before = chunk.size();
        chunk.add(number & LOW, denseFrom);
        size += chunk.size() - before;
    }

    void remove(int number, int denseFrom) {
        Chunk chunk = chunk(number >> Chunk.SHIFT);
        if (chunk != null) {
            int before = chunk.size();
            chunk.remove(number & LOW, denseFrom);
            size += chunk.size() - before;
            if (chunk.size() == 0) {
                chunks[number >> Chunk.SHIFT] = null;
            }
        }
    }
}
