package org.crossdesk.domain.service;

import java.util.Map;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Language;
import org.jspecify.annotations.Nullable;

/** A text in several languages, by BCP 47 tag; {@code ""} is the one for every other language. */
final class ByLanguage {
    /** So many languages one text is there in. */
    static final int LANGUAGES_MAX = 64;

    private ByLanguage() {}

    /** Returns a copy whose tags are tags and whose texts are no longer than {@code maxChars}. */
    static Map<String, String> checked(String what, Map<String, String> texts, int maxChars) {
        Bounds.range("the number of languages of the " + what, texts.size(), 0, LANGUAGES_MAX);
        texts.forEach((tag, text) -> {
            if (!tag.isEmpty() && !Language.wellFormed(tag)) {
                throw new IllegalArgumentException(
                        "'" + tag + "' of the " + what + " is no language: write sv=... or fa-IR=...");
            }
            Bounds.text(tag.isEmpty() ? what : what + " in " + tag, text, maxChars);
        });
        return Map.copyOf(texts);
    }

    /** The text for a reader of {@code language}: in it, in it without its region, else in any language. */
    static @Nullable String in(@Nullable String language, Map<String, String> texts) {
        if (language != null) {
            String exact = texts.get(language);
            int dash = language.indexOf('-');
            String broader = dash < 0 ? null : texts.get(language.substring(0, dash));
            if (exact != null || broader != null) {
                return exact != null ? exact : broader;
            }
        }
        return texts.get("");
    }
}
