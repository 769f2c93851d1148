package org.crossdesk.bot.smack;

import org.jspecify.annotations.Nullable;

/**
 * What an error stanza says (RFC 6120, section 8.3).
 *
 * @param condition the defined condition, such as {@code item-not-found}
 * @param text the words that came with it, if any
 */
public record StanzaFailure(String condition, @Nullable String text) {
    @Override
    public String toString() {
        return text == null ? condition : condition + ": " + text;
    }
}
