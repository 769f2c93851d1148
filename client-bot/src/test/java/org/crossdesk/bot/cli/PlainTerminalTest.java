package org.crossdesk.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTerminalTest {
    @Test
    void readsAndWritesUtf8WithoutAPrompt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PlainTerminal terminal =
                new PlainTerminal(new ByteArrayInputStream("سلام\nhej\n".getBytes(StandardCharsets.UTF_8)), out)) {
            assertThat(terminal.isInteractive()).isFalse();
            assertThat(terminal.readLine("> ")).isEqualTo("سلام");
            assertThat(terminal.readLine("> ")).isEqualTo("hej");
            assertThat(terminal.readLine("> ")).isNull();
            terminal.print("vastaus: ä");
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("vastaus: ä" + System.lineSeparator());
    }
}
