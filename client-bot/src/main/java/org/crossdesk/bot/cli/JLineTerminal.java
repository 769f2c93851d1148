package org.crossdesk.bot.cli;

import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A real terminal, or an {@link IOException}: the line being typed is taken away and put back around each line that is shown. */
final class JLineTerminal implements LineTerminal {
    /** For a terminal that does not tell its size, and would hide everything in no columns. */
    private static final Size UNKNOWN_SIZE = new Size(80, 24);

    private final Terminal terminal;
    private final LineReader reader;

    JLineTerminal() throws IOException {
        terminal = TerminalBuilder.builder().system(true).dumb(false).build();
        if (terminal.getWidth() == 0) {
            terminal.setSize(UNKNOWN_SIZE);
        }
        // What is typed are sentences: an apostrophe opens no quotation, "!" recalls nothing, "\" escapes nothing.
        DefaultParser words = new DefaultParser();
        words.setEscapeChars(new char[0]);
        words.setQuoteChars(new char[0]);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(words)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
    }

    /** Ctrl-D ends the lines; Ctrl-C is thrown on as {@link org.jline.reader.UserInterruptException}. */
    @Override
    public @Nullable String readLine(String prompt) {
        try {
            return reader.readLine(prompt);
        } catch (EndOfFileException e) {
            return null;
        }
    }

    @Override
    public void print(String line) {
        reader.printAbove(line);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
