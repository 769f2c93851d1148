package org.crossdesk.domain;

import java.util.List;

/** The last few of something, oldest first. */
public final class Recent {
    private Recent() {}

    /** Whether this word is among them. Most often it is not, and the words' hashes, which they keep, say so. */
    public static boolean has(List<String> words, String word) {
        int hash = word.hashCode();
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).hashCode() == hash && words.get(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** With one more, of at most so many: the oldest goes. */
    public static <T> List<T> plus(List<T> before, T one, int most) {
        int kept = Math.min(before.size(), most - 1);
        Object[] all = new Object[kept + 1];
        for (int i = 0; i < kept; i++) {
            all[i] = before.get(before.size() - kept + i);
        }
        all[kept] = one;
        @SuppressWarnings("unchecked") // Only elements of before, and one, are in it.
        List<T> after = (List<T>) List.of(all);
        return after;
    }
}
