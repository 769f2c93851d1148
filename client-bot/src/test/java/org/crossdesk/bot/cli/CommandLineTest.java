package org.crossdesk.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CommandLineTest {
    @TempDir
    private Path emptyProject;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void noDemo() {
        System.setProperty(DemoNetwork.ROOT_PROPERTY, emptyProject.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(DemoNetwork.ROOT_PROPERTY);
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void withoutADemoOneLineNamesTheMend() {
        assertThat(run(new AskCommand(), "--at", "uppsala.test", "hello")).isEqualTo(1);
        assertThat(run(new AnswerCommand(), "--as", "astrid@uppsala.test")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "crossdesk ask: no demo network is running: start it with ./crossdesk demo,"
                                + " or name --host and --ca",
                        "crossdesk answer: no demo network is running: start it with ./crossdesk demo,"
                                + " or name --host and --ca");
    }

    @Test
    void aQuestionIsNamedByItsNumberAndWhoeverIsToHaveIt() {
        for (String words :
                java.util.List.of("assign ask-north", "assign ask-north 4", "assign ask-north four Laleh")) {
            assertThat(run(new ServiceCommand(), (words + " --at north.test").split(" ")))
                    .isEqualTo(1);
        }
        assertThat(run(new ServiceCommand(), "pull", "ask-north", "4", "Laleh", "--at", "north.test"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(4)
                .allMatch(line -> line.contains("assign ask-north 4 Laleh") || line.contains("pull ask-north 4"));
    }

    @Test
    void aServerThatIsNotThereIsOneLineToo() {
        assertThat(run(
                        new AskCommand(),
                        "--at",
                        "uppsala.test",
                        "--host",
                        "127.0.0.1",
                        "--ca",
                        emptyProject.resolve("none.pem").toString(),
                        "--anonymous",
                        "hello"))
                .isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString().contains("none.pem");
    }

    @Test
    void aWrongPortIsOneLine() {
        assertThat(run(
                        new AskCommand(),
                        "--at",
                        "a.test",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "70000",
                        "--ca",
                        "x",
                        "--anonymous",
                        "hello"))
                .isEqualTo(1);

        assertThat(err.toString()).isEqualTo("crossdesk ask: port 70000 is none: 1 to 65535" + System.lineSeparator());
    }

    @Test
    void wrongWordsAreUsageErrors() {
        assertThat(run(new AskCommand())).isEqualTo(2);
        assertThat(run(new AskCommand(), "--at", "uppsala.test", "--as", "elsa", "hello"))
                .isEqualTo(2);
        assertThat(run(new AnswerCommand(), "--as", "uppsala.test")).isEqualTo(2);

        assertThat(err.toString()).contains("uppsala.test is no address, NAME@DOMAIN is one");
    }

    @Test
    void helpTellsTheExitCodes() {
        assertThat(run(new AskCommand(), "--help")).isZero();
        assertThat(run(new AnswerCommand(), "--help")).isZero();

        assertThat(out.toString()).contains("Exit codes:", "130", "/use N", "--lang", "--service");
    }
}
