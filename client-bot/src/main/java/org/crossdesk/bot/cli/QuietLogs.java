package org.crossdesk.bot.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the logs of the libraries away from the terminal: what matters to a person is said in words. */
final class QuietLogs {
    /** Held here because the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.jivesoftware"), Logger.getLogger("org.crossdesk"), Logger.getLogger("org.jline"));

    private QuietLogs() {}

    static void begin() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
