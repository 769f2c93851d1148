package org.crossdesk.bot.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines from a file or a pipe: no prompt, and nothing to keep whole. Always UTF-8, whatever the locale says. */
final class PlainTerminal implements LineTerminal {
    private final BufferedReader in;
    private final PrintStream out;

    PlainTerminal(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String readLine(String prompt) throws IOException {
        return in.readLine();
    }

    @Override
    public void print(String line) {
        out.println(line);
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    /** The streams belong to the process. */
    @Override
    public void close() {
        out.flush();
    }
}
