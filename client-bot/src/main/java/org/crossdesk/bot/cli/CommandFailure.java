package org.crossdesk.bot.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it should. The message is one line that says what and how to mend it. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
