package org.crossdesk.domain.competence.scheme;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: whoever types them need not mind capitals, accents, or which keyboard they have. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u200c\\u200d_-]+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\u0640]");

    private Folded() {}

    /**
     * The same for words that people take for the same: without capitals, accents, vowel signs and tatweel; Arabic yeh and
     * kaf as the Persian ones; any gap, also the zero-width one of Persian, as one space.
     */
    static String of(String words) {
        String plain =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD)).replaceAll("");
        String seen = UNSEEN.matcher(plain).replaceAll("");
        return GAPS.matcher(seen)
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u064a', '\u06cc')
                .replace('\u0649', '\u06cc')
                .replace('\u0643', '\u06a9');
    }
}
