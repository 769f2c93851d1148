package org.crossdesk.bot.script;

import org.jspecify.annotations.Nullable;

/** A step of a script did not come true. The message says which, what was expected and everything that was seen. */
public final class ScriptFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final int step;

    ScriptFailure(int step, String message, @Nullable Throwable cause) {
        super("step " + step + ": " + message, cause);
        this.step = step;
    }

    /** The number of the step, from 1. */
    public int step() {
        return step;
    }
}
