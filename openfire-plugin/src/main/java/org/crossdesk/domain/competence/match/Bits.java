package org.crossdesk.domain.competence.match;

import java.util.Arrays;

/** A set of numbers, a bit each; grows as needed. */
final class Bits {
    private static final int WORD_SHIFT = 6;

    private long[] words;

    Bits() {
        words = new long[Chunk.WORDS];
    }

    void put(int number, boolean in) {
        int word = number >> WORD_SHIFT;
        if (word >= words.length) {
            if (!in) {
                return;
            }
            words = Arrays.copyOf(words, Chunk.roundUp(Math.max(word + 1, words.length + (words.length >> 1))));
        }
        if (in) {
            words[word] |= 1L << number;
        } else {
            words[word] &= ~(1L << number);
        }
    }

    boolean contains(int number) {
        int word = number >> WORD_SHIFT;
        return word < words.length && (words[word] & 1L << number) != 0;
    }

    /** Whether there are words for this chunk. */
    boolean reaches(int chunk) {
        return chunk * Chunk.WORDS < words.length;
    }

    long[] words() {
        return words;
    }
}
