package org.crossdesk.deploy.cli;

import java.util.concurrent.Callable;
import org.crossdesk.bot.cli.AnswerCommand;
import org.crossdesk.bot.cli.AskCommand;
import org.crossdesk.bot.cli.InventoryCommand;
import org.crossdesk.bot.cli.ServiceCommand;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.openfire.StartRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one main class behind the launcher. */
@Command(
        name = "crossdesk",
        description = "A network of libraries that answer for each other, on this machine, to try.",
        subcommands = {
            DemoCommand.class,
            AskCommand.class,
            AnswerCommand.class,
            InventoryCommand.class,
            ServiceCommand.class,
            SimulateCommand.class,
            BenchCommand.class,
            ChaosCommand.class
        },
        footerHeading = "%nAlso, done by the launcher itself:%n",
        footer = {"  test  Build everything and run all tests (further words go to Maven)."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; one line says what and how to mend it",
            "2:wrong words on the command line",
            "130:ended by Ctrl-C"
        })
public final class Crossdesk implements Callable<Integer> {
    /** The exit code of a command that did what it should. */
    public static final int EXIT_OK = 0;

    /** The exit code of a command that failed. */
    static final int EXIT_FAILED = 1;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    private Crossdesk() {}

    /** Runs the command and ends this Java with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Crossdesk())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StartRefusedException || failure instanceof ClientException) {
                        command.getErr().println("crossdesk: " + failure.getMessage());
                        return EXIT_FAILED;
                    }
                    throw failure;
                });
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
