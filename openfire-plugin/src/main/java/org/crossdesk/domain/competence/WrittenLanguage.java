package org.crossdesk.domain.competence;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language that the writing alone gives away. Where many languages share a script (Latin, Cyrillic) it says
 * nothing rather than guess: a wrong guess would keep a question from everybody who could answer it.
 */
public final class WrittenLanguage {
    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.SINHALA, "si"));

    /** Persian writes these; Arabic has other letters in their place. */
    private static final String PERSIAN_LETTERS = "پچژگکی";

    /** Of these, the ones that Arabic has nothing in the place of. */
    private static final String ONLY_PERSIAN_LETTERS = "پچژگ";

    /** Arabic writes these; Persian has other letters in their place. */
    private static final String ARABIC_LETTERS = "ةكيىأإ";

    /** Urdu, Kurdish, Uyghur and Pashto write these: then the script says nothing certain. */
    private static final String OTHER_LETTERS = "ٹڈڑںےہھەێۆڕڵۇۈۋټډړږښګڼۍې";

    /** Before it are Latin letters, which tell nothing. */
    private static final int FIRST_THAT_TELLS = 0x370;

    private WrittenLanguage() {}

    /** The language of {@code text} as a BCP 47 tag, or null where its writing does not tell. */
    public static @Nullable String of(String text) {
        if (text.chars().allMatch(letter -> letter < FIRST_THAT_TELLS)) {
            return null;
        }
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (letters.containsKey(UnicodeScript.HIRAGANA) && japanese(letters) * 2 > all) {
            return "ja";
        }
        for (Map.Entry<UnicodeScript, Integer> script : letters.entrySet()) {
            if (script.getValue() * 2 > all) {
                return script.getKey() == UnicodeScript.ARABIC ? arabicScript(text) : ONE_LANGUAGE.get(script.getKey());
            }
        }
        return null;
    }

    private static int japanese(Map<UnicodeScript, Integer> letters) {
        return letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
                + letters.getOrDefault(UnicodeScript.KATAKANA, 0)
                + letters.getOrDefault(UnicodeScript.HAN, 0);
    }

    private static @Nullable String arabicScript(String text) {
        if (count(text, OTHER_LETTERS) > 0) {
            return null;
        }
        long persian = count(text, PERSIAN_LETTERS);
        long arabic = count(text, ARABIC_LETTERS);
        if (persian > arabic) {
            return "fa";
        }
        // Persian is often written with an Arabic keyboard's ya and kaf; Arabic never has Persian's own letters.
        return arabic > persian && count(text, ONLY_PERSIAN_LETTERS) == 0 ? "ar" : null;
    }

    private static long count(String text, String letters) {
        return text.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
    }
}
