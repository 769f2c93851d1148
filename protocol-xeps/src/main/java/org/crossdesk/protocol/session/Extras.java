package org.crossdesk.protocol.session;

import java.util.regex.Pattern;
import org.crossdesk.protocol.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What words have beside their text. Session Transfer, section "What Words Carry".
 *
 * @param corrects the words that these take the place of (XEP-0308): a {@code seq}, or in a say the operator's own number
 * @param link what is to be fetched elsewhere (XEP-0066): an address of http or https
 */
public record Extras(@Nullable Long corrects, @Nullable String link) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    public Extras {
        if (corrects != null) {
            Bounds.range("corrects", corrects, 1, Long.MAX_VALUE);
        }
        if (link != null && !isLink(link)) {
            throw new IllegalArgumentException("a link is an address of http or https without white space, of at most "
                    + Bounds.LINK_MAX_CHARS + " characters");
        }
    }

    /** Both, or null where there is neither. */
    public static @Nullable Extras of(@Nullable Long corrects, @Nullable String link) {
        return corrects == null && link == null ? null : new Extras(corrects, link);
    }

    /** Whether this can be a link. */
    public static boolean isLink(String text) {
        return text.codePointCount(0, text.length()) <= Bounds.LINK_MAX_CHARS
                && LINK.matcher(text).matches();
    }
}
