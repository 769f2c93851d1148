package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who of a chunk is in one set of each part, and in a mask. Where a part has few, they are looked up one by one in the
 * other parts, and the result is a list; where all have many, bits are put together, and the result is bits.
 */
final class Intersection {
    private static final int FIRST_CAPACITY = 256;

    private final long[] words = new long[Chunk.WORDS];
    private final long[] union = new long[Chunk.WORDS];
    private Chunk[][] parts = new Chunk[8][];
    private int[] lengths = new int[8];
    private int[] list = new int[FIRST_CAPACITY];
    private int size;
    private boolean dense;

    /** Whether the result is bits. */
    boolean dense() {
        return dense;
    }

    long[] words() {
        return words;
    }

    /** The result as a list, in no order, of which the first {@link #size()} count. */
    int[] list() {
        return list;
    }

    int size() {
        return size;
    }

    /** Puts the list in order. */
    void sort() {
        Arrays.sort(list, 0, size);
    }

    /** Finds them. The mask's words of this chunk begin at {@code maskFrom}. */
    void find(NumberSet[][] sets, int chunk, long[] mask, int maskFrom) {
        dense = false;
        size = 0;
        if (sets.length == 0) {
            dense = true;
            System.arraycopy(mask, maskFrom, words, 0, Chunk.WORDS);
            return;
        }
        int fewest = gather(sets, chunk);
        if (fewest < 0) {
            return;
        }
        if (anyBits(fewest)) {
            dense = true;
            together(sets.length, fewest, mask, maskFrom);
        } else {
            oneByOne(sets.length, fewest, mask, maskFrom);
        }
    }

    /** Collects the parts' chunks; returns the part with the fewest, or -1 where a part has none. */
    private int gather(NumberSet[][] sets, int number) {
        if (sets.length > parts.length) {
            parts = Arrays.copyOf(parts, sets.length);
            lengths = Arrays.copyOf(lengths, sets.length);
        }
        int fewest = -1;
        int fewestSize = Integer.MAX_VALUE;
        for (int i = 0; i < sets.length; i++) {
            Chunk @Nullable [] chunks = parts[i];
            if (chunks == null || chunks.length < sets[i].length) {
                chunks = new Chunk[sets[i].length];
                parts[i] = chunks;
            }
            int length = 0;
            int sum = 0;
            for (NumberSet set : sets[i]) {
                Chunk chunk = set.chunk(number);
                if (chunk != null) {
                    chunks[length++] = chunk;
                    sum += chunk.size();
                }
            }
            if (length == 0) {
                return -1;
            }
            lengths[i] = length;
            if (sum < fewestSize) {
                fewest = i;
                fewestSize = sum;
            }
        }
        return fewest;
    }

    private boolean anyBits(int part) {
        for (int i = 0; i < lengths[part]; i++) {
            if (parts[part][i].words() != null) {
                return true;
            }
        }
        return false;
    }

    private void oneByOne(int count, int fewest, long[] mask, int maskFrom) {
        boolean twice = lengths[fewest] > 1;
        for (int i = 0; i < lengths[fewest]; i++) {
            Chunk chunk = parts[fewest][i];
            char[] few = chunk.few();
            for (int at = 0; at < chunk.size(); at++) {
                int low = few[at];
                long bit = 1L << low;
                if ((mask[maskFrom + (low >> 6)] & bit) == 0 || !inAll(count, fewest, low)) {
                    continue;
                }
                if (twice) {
                    if ((union[low >> 6] & bit) != 0) {
                        continue;
                    }
                    union[low >> 6] |= bit;
                }
                add(low);
            }
        }
        if (twice) {
            for (int i = 0; i < size; i++) {
                union[list[i] >> 6] = 0;
            }
        }
    }

    private boolean inAll(int count, int but, int low) {
        for (int part = 0; part < count; part++) {
            if (part != but && !inOne(parts[part], lengths[part], low)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inOne(Chunk[] chunks, int length, int low) {
        for (int i = 0; i < length; i++) {
            if (chunks[i].contains(low)) {
                return true;
            }
        }
        return false;
    }

    private void add(int low) {
        if (size == list.length) {
            list = Arrays.copyOf(list, 2 * size);
        }
        list[size++] = low;
    }

    private void together(int count, int first, long[] mask, int maskFrom) {
        System.arraycopy(mask, maskFrom, words, 0, Chunk.WORDS);
        and(first);
        for (int part = 0; part < count; part++) {
            if (part != first) {
                and(part);
            }
        }
    }

    private void and(int part) {
        long[] single = lengths[part] == 1 ? parts[part][0].words() : null;
        if (single != null) {
            and(single);
            return;
        }
        for (int i = 0; i < lengths[part]; i++) {
            or(parts[part][i]);
        }
        and(union);
        Arrays.fill(union, 0);
    }

    private void and(long[] other) {
        for (int i = 0; i < Chunk.WORDS; i++) {
            words[i] &= other[i];
        }
    }

    private void or(Chunk chunk) {
        long[] bits = chunk.words();
        if (bits != null) {
            for (int i = 0; i < Chunk.WORDS; i++) {
                union[i] |= bits[i];
            }
            return;
        }
        char[] few = chunk.few();
        for (int i = 0; i < chunk.size(); i++) {
            union[few[i] >> 6] |= 1L << few[i];
        }
    }
}
