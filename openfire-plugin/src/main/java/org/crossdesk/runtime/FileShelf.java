package org.crossdesk.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The files that people in sessions have sent. Safe for several threads. */
public interface FileShelf {
    /**
     * Promises a place to a file.
     *
     * @param by who sends it: one person keeps no more than a few places
     * @param ending what its name ends in, in lower case without the dot
     * @param bytes how long it will be
     * @return the name, which nobody guesses, that it will have here; null where there is no room
     */
    @Nullable
    String promise(String by, String ending, long bytes);

    /** Deletes what came before; how many. */
    int forgetBefore(Instant instant);
}
