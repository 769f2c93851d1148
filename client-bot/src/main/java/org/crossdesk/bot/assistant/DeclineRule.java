package org.crossdesk.bot.assistant;

import java.util.List;
import java.util.Locale;

/** Which offers an assistant declines. */
@FunctionalInterface
public interface DeclineRule {
    /** Whether to decline. */
    boolean declines(OfferSeen offer);

    /** Takes every offer. */
    static DeclineRule never() {
        return offer -> false;
    }

    /** Declines every offer. */
    static DeclineRule always() {
        return offer -> true;
    }

    /** Declines an offer whose summary is in none of these languages; one that does not say its language is taken. */
    static DeclineRule unlessIn(List<String> languages) {
        List<String> spoken = List.copyOf(languages);
        return offer -> {
            String language = offer.language();
            return language != null && spoken.stream().noneMatch(tag -> sameLanguage(tag, language));
        };
    }

    private static boolean sameLanguage(String tag, String other) {
        return Locale.forLanguageTag(tag)
                .getLanguage()
                .equals(Locale.forLanguageTag(other).getLanguage());
    }
}
