package org.crossdesk.protocol.competence;

import java.util.Locale;
import java.util.regex.Pattern;
import org.crossdesk.protocol.Bounds;

/**
 * A language that an operator knows, or the least level at which a question needs it. {@code tag} is BCP 47: a
 * language, perhaps with script, region and variants, in the letter case that RFC 5646 recommends. Extensions and
 * private use say nothing about who can read what, and are refused.
 *
 * <p>Only the case is made uniform, not by {@link Locale}: its table of replaced codes changes from one JDK to the
 * next, and a profile must hash to the same on all.
 */
public record Language(String tag, LanguageLevel level) {
    private static final Pattern SHAPE = Pattern.compile(
            "[a-zA-Z]{2,8}(-[a-zA-Z]{4})?" + "(-([a-zA-Z]{2}|[0-9]{3}))?(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*");
    private static final int SCRIPT_CHARS = 4;
    private static final int REGION_LETTERS = 2;

    public Language {
        tag = canonical(tag);
    }

    /** Whether a language can be made of {@code tag}; what a stranger's client claims often is none. */
    public static boolean wellFormed(String tag) {
        return tag.length() <= Bounds.LANGUAGE_TAG_MAX_CHARS
                && SHAPE.matcher(tag).matches();
    }

    /** The tag in the letter case of RFC 5646. */
    static String canonical(String tag) {
        Bounds.languageTag("language", tag);
        if (!SHAPE.matcher(tag).matches()) {
            throw new IllegalArgumentException("language is more than a language, a script, a region and variants");
        }
        String[] parts = tag.toLowerCase(Locale.ROOT).split("-", -1);
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            if (part.length() == REGION_LETTERS) {
                parts[i] = part.toUpperCase(Locale.ROOT);
            } else if (part.length() == SCRIPT_CHARS && Character.isLetter(part.charAt(0))) {
                parts[i] = Character.toUpperCase(part.charAt(0)) + part.substring(1);
            }
        }
        return String.join("-", parts);
    }
}
