package org.crossdesk.bot.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a person types lines and reads lines, both at once. */
interface LineTerminal extends AutoCloseable {
    /** The next line typed, without its end; null when there are no more. */
    @Nullable
    String readLine(String prompt) throws IOException;

    /** Shows a line; any thread may, and what is being typed stays whole. */
    void print(String line);

    /** Whether a person types, and not a file. */
    boolean isInteractive();

    @Override
    void close() throws IOException;

    /** The person's own terminal, or standard input and output where these are none. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on it is JLine that finds out
    static LineTerminal open() {
        if (System.console() == null) {
            return plain();
        }
        try {
            return new JLineTerminal();
        } catch (IOException e) {
            System.getLogger(LineTerminal.class.getName()).log(System.Logger.Level.DEBUG, "event=no-terminal", e);
            return plain();
        }
    }

    /** Standard input and output. */
    static LineTerminal plain() {
        return new PlainTerminal(System.in, System.out);
    }
}
