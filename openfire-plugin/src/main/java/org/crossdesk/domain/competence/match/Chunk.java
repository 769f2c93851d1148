package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Those of a set whose upper bits are the same, by their lower 16 bits: a sorted list while they are few, a bit for each
 * possible one when they are many. In between it can be both, a list to go through and bits to look up.
 */
final class Chunk {
    /** Lower bits of a number. */
    static final int SHIFT = 16;

    /** Words of a chunk with a bit for each. */
    static final int WORDS = 1 << SHIFT - 6;

    private static final int CAPACITY_MIN = 4;
    private static final char[] NO_LIST = {};

    private char[] few = new char[CAPACITY_MIN];
    private long @Nullable [] words;
    private boolean listed = true;
    private int size;

    static int roundUp(int words) {
        return (words + WORDS - 1) / WORDS * WORDS;
    }

    int size() {
        return size;
    }

    /** A bit for each, if they are many. */
    long @Nullable [] words() {
        return words;
    }

    /** Whether they are few enough for a list. */
    boolean listed() {
        return listed;
    }

    /** The sorted list, if there is one, of which the first {@link #size()} count. */
    char[] few() {
        return few;
    }

    boolean contains(int low) {
        long[] bits = words;
        return bits != null ? (bits[low >> 6] & 1L << low) != 0 : find(low, size) >= 0;
    }

    private int find(int low, int end) {
        int from = 0;
        int to = end - 1;
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

    void add(int low, Shelf.Limits limits) {
        if (contains(low)) {
            return;
        }
        size++;
        if (words != null) {
            words[low >> 6] |= 1L << low;
        }
        if (listed && size > limits.listMax()) {
            listed = false;
            words = words == null ? bits(size - 1, low) : words;
            few = NO_LIST;
        } else if (listed) {
            insert(low, limits.listMax());
            if (words == null && size >= limits.bitsMin()) {
                words = bits(size, low);
            }
        }
    }

    private void insert(int low, int listMax) {
        int before = size - 1;
        int at = before > 0 && few[before - 1] < low ? before : ~find(low, before);
        if (before == few.length) {
            few = Arrays.copyOf(few, Math.max(size, Math.min(before + CAPACITY_MIN + (before >> 2), listMax)));
        }
        System.arraycopy(few, at, few, at + 1, before - at);
        few[at] = (char) low;
    }

    private long[] bits(int listSize, int added) {
        long[] bits = new long[WORDS];
        for (int i = 0; i < listSize; i++) {
            bits[few[i] >> 6] |= 1L << few[i];
        }
        bits[added >> 6] |= 1L << added;
        return bits;
    }

    /** Removes it. What they were too many or too few for comes back at half the limit, not to go back and forth. */
    void remove(int low, Shelf.Limits limits) {
        if (!contains(low)) {
            return;
        }
        if (listed) {
            int at = find(low, size);
            System.arraycopy(few, at + 1, few, at, size - at - 1);
        }
        size--;
        if (words != null) {
            words[low >> 6] &= ~(1L << low);
            if (!listed && size <= limits.listMax() / 2) {
                toList(words);
            }
            words = listed && size < limits.bitsMin() / 2 ? null : words;
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
        listed = true;
    }
}
