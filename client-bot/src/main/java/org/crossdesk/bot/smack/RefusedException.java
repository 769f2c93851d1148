package org.crossdesk.bot.smack;

import org.jspecify.annotations.Nullable;

/** The other side answered with an error stanza. */
public final class RefusedException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final String condition;
    private final @Nullable String text;

    public RefusedException(String what, StanzaFailure failure, @Nullable Throwable cause) {
        super(what + " was refused: " + failure, cause);
        this.condition = failure.condition();
        this.text = failure.text();
    }

    /** The condition and the words of the error. */
    public StanzaFailure failure() {
        return new StanzaFailure(condition, text);
    }
}
