package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Those of a set whose upper bits are the same, by their lower 16 bits: a sorted list while they are few, a bit for each
 * possible one when they are many.
 */
final class Chunk {
    /** Lower bits of a number. */
    static final int SHIFT = 16;

    /** Words of a chunk with a bit for each. */
    static final int WORDS = 1 << SHIFT - 6;

    private static final int CAPACITY_MIN = 4;

    private char[] few = new char[CAPACITY_MIN];
    private long @Nullable [] words;
    private int size;

    static int roundUp(int words) {
        return (words + WORDS - 1) / WORDS * WORDS;
    }

    int size() {
        return size;
    }

    /** A bit for each; null while there is a list. */
    long @Nullable [] words() {
        return words;
    }

    /** The sorted list, of which the first {@link #size()} count. */
    char[] few() {
        return few;
    }

    boolean contains(int low) {
        long[] bits = words;
        return bits != null ? (bits[low >> 6] & 1L << low) != 0 : find(low) >= 0;
    }

    private int find(int low) {
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int there = few[middle];
            if (there < low) {
                from = middle + 1;
            } else if (there > low) {
                to = middle - 1;
            } else {
                return middle;
            }
        }
        return ~from;
    }

    /** Adds it; from {@code denseFrom} on there is a bit for each. */
    void add(int low, int denseFrom) {
        if (words != null) {
            size += (words[low >> 6] & 1L << low) == 0 ? 1 : 0;
            words[low >> 6] |= 1L << low;
            return;
        }
        int at = size > 0 && few[size - 1] < low ? ~size : find(low);
        if (at >= 0) {
            return;
        }
        if (size + 1 >= denseFrom) {
            toBits(low);
            return;
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, Math.min(size + CAPACITY_MIN + (size >> 2), denseFrom));
        }
        System.arraycopy(few, ~at, few, ~at + 1, size - ~at);
        few[~at] = (char) low;
        size++;
    }

    private void toBits(int added) {
        long[] bits = new long[WORDS];
        for (int i = 0; i < size; i++) {
            bits[few[i] >> 6] |= 1L << few[i];
        }
        bits[added >> 6] |= 1L << added;
        words = bits;
        few = new char[0];
        size++;
    }

    /** Removes it; below half of {@code denseFrom} there is a list again. */
    void remove(int low, int denseFrom) {
        if (words != null) {
            if ((words[low >> 6] & 1L << low) != 0) {
                words[low >> 6] &= ~(1L << low);
                size--;
                if (size < denseFrom / 2) {
                    toList(words);
                }
            }
            return;
        }
        int at = find(low);
        if (at >= 0) {
            size--;
            System.arraycopy(few, at + 1, few, at, size - at);
        }
    }

    private void toList(long[] bits) {
        few = new char[Math.max(CAPACITY_MIN, size)];
        int at = 0;
        for (int word = 0; word < WORDS; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                few[at++] = (char) (word << 6 | Long.numberOfTrailingZeros(rest));
            }
        }
        words = null;
    }
}
