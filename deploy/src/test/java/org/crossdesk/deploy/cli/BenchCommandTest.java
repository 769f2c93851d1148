package org.crossdesk.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    private static final int WRONG_WORDS = 2;

    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        CommandLine line = Crossdesk.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        return line.execute(words);
    }

    @ParameterizedTest
    @CsvSource({
        "bench,Missing required parameter",
        "bench everything,everything",
        "bench relay --rounds 2,'--rounds is a number from 3 to 100, not 2'",
        "bench relay --rounds 101,'--rounds is a number from 3 to 100, not 101'",
        "bench relay --rounds many,many",
        "bench sessions --sessions 0,'--sessions is a number from 1 to 10000, not 0'",
        "bench sessions --sessions 10001,'--sessions is a number from 1 to 10000, not 10001'",
        "bench relay --lenient,--lenient"
    })
    void wrongWordsAreNamedBeforeAnythingStarts(String words, String named) {
        assertThat(run(words.split(" "))).isEqualTo(WRONG_WORDS);
        assertThat(said.toString()).contains(named);
    }

    @Test
    void theHelpNamesWhatCanBeMeasured() {
        assertThat(run("bench", "--help")).isZero();
        assertThat(said.toString()).contains("relay, transfer, recovery, sessions, match,", "network, find, presence.");
    }
}
