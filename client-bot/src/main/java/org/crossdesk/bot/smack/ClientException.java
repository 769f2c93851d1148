package org.crossdesk.bot.smack;

import org.jspecify.annotations.Nullable;

/** A connection that could not be made, was lost, or on which no answer came in time. */
public class ClientException extends Exception {
    private static final long serialVersionUID = 1L;

    public ClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public ClientException(String message) {
        super(message);
    }

    /** Restores the interrupt, which the caller's caller must see, and says what it broke off. */
    static ClientException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ClientException("interrupted while " + what, cause);
    }
}
