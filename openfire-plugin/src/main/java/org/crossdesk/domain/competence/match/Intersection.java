package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who of a chunk is in one set of each part, and in a mask. Where a part has few, they are looked up one by one in the
 * other parts, and the result is a list; where all have many, bits are put together, and the result is bits.
 */
final class Intersection {
    private static final int FIRST_CAPACITY = 256;
    /** So many are looked up in lists one by one; for more, bits are made of the lists first. */
    private static final int LOOKED_UP = 24;
    /** Words looked at together. */
    private static final int BLOCK = 8;
    /** So many are put on a list, where a pass over the bits for each load would take longer. */
    private static final int FEW = 96;

    private final long[] words = new long[Chunk.WORDS];
    private final long[] union = new long[Chunk.WORDS];
    private Chunk[][] parts = new Chunk[8][];
    private int[] lengths = new int[8];
    private int[] list = new int[FIRST_CAPACITY];
    private int size;
    private int end;
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

    /** How many of the {@link #words} count. */
    int end() {
        return end;
    }

    /** Finds them among those below {@code numbersEnd}. */
    void find(NumberSet[][] sets, int chunk, Bits among, int numbersEnd) {
        long[] mask = among.words();
        int maskFrom = chunk * Chunk.WORDS;
        end = Math.min(Chunk.WORDS, (numbersEnd - (chunk << Chunk.SHIFT) + Long.SIZE - 1) / Long.SIZE);
        dense = false;
        size = 0;
        if (sets.length == 0) {
            dense = true;
            System.arraycopy(mask, maskFrom, words, 0, end);
            return;
        }
        int fewest = gather(sets, chunk);
        if (fewest < 0) {
            return;
        }
        if (allListed(fewest)) {
            oneByOne(sets.length, fewest, mask, maskFrom);
        } else {
            dense = true;
            together(sets.length, fewest, mask, maskFrom);
            listIfFew();
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

    private boolean allListed(int part) {
        for (int i = 0; i < lengths[part]; i++) {
            if (!parts[part][i].listed()) {
                return false;
            }
        }
        return true;
    }

    private void oneByOne(int count, int fewest, long[] mask, int maskFrom) {
        long[] other = count == 2 ? onlyBits(1 - fewest) : null;
        if (other != null && lengths[fewest] == 1) {
            start(parts[fewest][0], other);
        } else {
            start(parts[fewest], lengths[fewest]);
            for (int part = 0; part < count; part++) {
                if (part != fewest) {
                    keep(part);
                }
            }
        }
        keep(mask, maskFrom);
    }

    /** Puts those of a chunk on the list who are in the bits too: what is mostly asked for, in one pass. */
    private void start(Chunk chunk, long[] bits) {
        char[] few = chunk.few();
        int fewSize = chunk.size();
        if (fewSize > list.length) {
            list = new int[fewSize];
        }
        int[] out = list;
        int kept = 0;
        for (int at = 0; at < fewSize; at++) {
            int low = few[at];
            out[kept] = low;
            kept += (int) (bits[low >> 6] >>> low & 1);
        }
        size = kept;
    }

    /** Puts those of one part on the list, each once. */
    private void start(Chunk[] chunks, int length) {
        for (int i = 0; i < length; i++) {
            char[] few = chunks[i].few();
            int fewSize = chunks[i].size();
            if (size + fewSize > list.length) {
                list = Arrays.copyOf(list, Math.max(size + fewSize, 2 * size));
            }
            for (int at = 0; at < fewSize; at++) {
                list[size + at] = few[at];
            }
            size += fewSize;
        }
        if (length > 1) {
            once();
        }
    }

    private void once() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int low = list[i];
            list[kept] = low;
            kept += (int) (~union[low >> 6] >>> low & 1);
            union[low >> 6] |= 1L << low;
        }
        size = kept;
        for (int i = 0; i < size; i++) {
            union[list[i] >> 6] = 0;
        }
    }

    /** Leaves those on the list who are in this part too. */
    private void keep(int part) {
        long[] bits = onlyBits(part);
        if (bits != null) {
            keep(bits, 0);
        } else if (size > LOOKED_UP) {
            or(part);
            keep(union, 0);
            clear(part);
        } else {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                list[kept] = list[i];
                kept += inOne(parts[part], lengths[part], list[i]) ? 1 : 0;
            }
            size = kept;
        }
    }

    private void keep(long[] bits, int from) {
        int[] both = list;
        int before = size;
        int kept = 0;
        for (int i = 0; i < before; i++) {
            int low = both[i];
            both[kept] = low;
            // No branch, for which way it goes can't be foretold.
            kept += (int) (bits[from + (low >> 6)] >>> low & 1);
        }
        size = kept;
    }

    private static boolean inOne(Chunk[] chunks, int length, int low) {
        for (int i = 0; i < length; i++) {
            if (chunks[i].contains(low)) {
                return true;
            }
        }
        return false;
    }

    /** The bits of a part that is one set with bits; else null. */
    private long @Nullable [] onlyBits(int part) {
        return lengths[part] == 1 ? parts[part][0].words() : null;
    }

    private void add(int low) {
        if (size == list.length) {
            list = Arrays.copyOf(list, 2 * size);
        }
        list[size++] = low;
    }

    private void together(int count, int first, long[] mask, int maskFrom) {
        long[] one = onlyBits(first);
        long[] other = count == 2 ? onlyBits(1 - first) : null;
        if (one != null && other != null) {
            for (int i = 0; i < end; i++) {
                words[i] = mask[maskFrom + i] & one[i] & other[i];
            }
            return;
        }
        System.arraycopy(mask, maskFrom, words, 0, end);
        for (int part = 0; part < count; part++) {
            long[] single = onlyBits(part);
            if (single != null) {
                and(single);
                continue;
            }
            or(part);
            and(union);
            clear(part);
        }
    }

    private void and(long[] other) {
        for (int i = 0; i < end; i++) {
            words[i] &= other[i];
        }
    }

    /** A list is looked through more quickly than bits if most words have none. */
    private void listIfFew() {
        int block = 0;
        for (; block + BLOCK <= end && size < FEW; block += BLOCK) {
            long any = words[block]
                    | words[block + 1]
                    | words[block + 2]
                    | words[block + 3]
                    | words[block + 4]
                    | words[block + 5]
                    | words[block + 6]
                    | words[block + 7];
            if (any != 0) {
                list(block, block + BLOCK);
            }
        }
        if (size < FEW) {
            list(block, end);
            dense = false;
        } else {
            size = 0;
        }
    }

    private void list(int from, int to) {
        for (int word = from; word < to; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                add(word << 6 | Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** Undoes {@link #or(int)}. */
    private void clear(int part) {
        for (int i = 0; i < lengths[part]; i++) {
            Chunk chunk = parts[part][i];
            if (chunk.words() != null) {
                Arrays.fill(union, 0, end, 0);
                return;
            }
            char[] few = chunk.few();
            for (int at = 0; at < chunk.size(); at++) {
                union[few[at] >> 6] = 0;
            }
        }
    }

    private void or(int part) {
        for (int i = 0; i < lengths[part]; i++) {
            or(parts[part][i]);
        }
    }

    private void or(Chunk chunk) {
        long[] bits = chunk.words();
        if (bits != null) {
            for (int i = 0; i < end; i++) {
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
