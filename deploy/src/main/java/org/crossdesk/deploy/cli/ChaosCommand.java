package org.crossdesk.deploy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.chaos.Chaos;
import org.crossdesk.deploy.openfire.ProjectFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets a real network suffer, and counts what people noticed. */
@Command(
        name = "chaos",
        description = "Start a network, let people talk and hand over all the time while links between the servers are"
                + " cut, stall, swallow and crawl and servers are killed, and say what was lost, doubled or out of"
                + " order, and whether every session has one owner.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was lost, doubled or out of order, and every session has one owner",
            "1:something was; or with --compare, nobody without a desk lost anything: the faults did not bite",
            "2:wrong words on the command line"
        })
final class ChaosCommand implements Callable<Integer> {
    private static final int SESSIONS_MAX = 500;
    private static final double MINUTES_MAX = 600;
    private static final int SECONDS_PER_MINUTE = 60;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Option(
            names = "--sessions",
            defaultValue = "50",
            description = "How many patrons talk (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--minutes",
            defaultValue = "2",
            description = "For how long things go wrong (default: ${DEFAULT-VALUE}); 0.5 is half a minute.")
    private double minutes;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "What goes wrong, and when (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--compare",
            description = "Let the same faults strike people who write to each other without a desk.")
    private boolean compare;

    @Override
    public Integer call() throws IOException, InterruptedException, ClientException {
        bounded("--sessions", sessions, Chaos.SESSIONS_MIN, SESSIONS_MAX);
        bounded("--minutes", minutes, 1.0 / SECONDS_PER_MINUTE, MINUTES_MAX);
        PrintWriter out = spec.commandLine().getOut();
        Chaos.Outcome outcome = Chaos.run(new Chaos.Setup(
                sessions,
                Duration.ofMillis((long) (minutes * SECONDS_PER_MINUTE * 1_000)),
                seed,
                compare,
                ProjectFolder.locate().root().resolve(".crossdesk/chaos"),
                text -> {
                    out.println(text);
                    out.flush();
                }));
        outcome.lines().forEach(out::println);
        if (compare && !outcome.bitten()) {
            out.println("The faults did not bite: nobody without a desk lost anything.");
        }
        out.flush();
        return outcome.clean() && (!compare || outcome.bitten()) ? Crossdesk.EXIT_OK : Crossdesk.EXIT_FAILED;
    }

    private void bounded(String option, double value, double from, double to) {
        if (value < from || value > to) {
            throw new ParameterException(
                    spec.commandLine(), "%s is a number from %.3g to %.0f, not %s".formatted(option, from, to, value));
        }
    }
}
