package org.crossdesk.deploy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.bench.Bench;
import org.crossdesk.deploy.bench.BenchException;
import org.crossdesk.deploy.bench.FindBench;
import org.crossdesk.deploy.bench.MatchBench;
import org.crossdesk.deploy.bench.NetworkBench;
import org.crossdesk.deploy.bench.PresenceBench;
import org.crossdesk.deploy.bench.RecoveryBench;
import org.crossdesk.deploy.bench.RelayBench;
import org.crossdesk.deploy.bench.Report;
import org.crossdesk.deploy.bench.SessionsBench;
import org.crossdesk.deploy.bench.TransferBench;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.crossdesk.deploy.wire.WireException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a network on this machine, beside what it is compared with. */
@Command(
        name = "bench",
        description = "Measure, on a network of its own: relay (patron to operator against user to user), transfer"
                + " (to another server), sessions (what open ones cost), recovery (a restart with many). Without one: match"
                + " (who knows what among a million, against Lucene), network (a day of 10,000 libraries), find (a search among"
                + " 200), presence (1,000 operators come on duty).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured; with --strict every goal is met",
            "1:could not measure, or with --strict a goal is not met",
            "2:wrong words on the command line"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int ROUNDS_MIN = 3;
    private static final int ROUNDS_MAX = 100;
    private static final int SESSIONS_MAX = 10_000;

    /** What can be measured. */
    enum Name {
        RELAY(RelayBench::new),
        TRANSFER(TransferBench::new),
        RECOVERY(RecoveryBench::new),
        SESSIONS(SessionsBench::new),
        MATCH(MatchBench::new),
        NETWORK(NetworkBench::new),
        FIND(FindBench::new),
        PRESENCE(PresenceBench::new);

        private final transient Supplier<Bench> bench;

        Name(Supplier<Bench> bench) {
            this.bench = bench;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it
    private Name name;

    @Option(names = "--strict", description = "Fail where a goal is not met.")
    private boolean strict;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "" + ROUNDS_MIN,
            description = "How often everything is measured; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "" + SESSIONS_MAX,
            description = "Sessions that sessions and recovery open (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Override
    public Integer call() throws IOException, InterruptedException, ClientException {
        bounded("--rounds", rounds, ROUNDS_MIN, ROUNDS_MAX);
        bounded("--sessions", sessions, 1, SESSIONS_MAX);
        PrintWriter out = spec.commandLine().getOut();
        Path folder = ProjectFolder.locate().root().resolve("target/bench");
        try {
            Report report = name.bench.get().run(new Bench.Setup(rounds, sessions, text -> {
                out.println(name + ": " + text);
                out.flush();
            }));
            out.print(report.table());
            out.println("Written to " + report.write(folder));
            out.flush();
            return strict && !report.met() ? Crossdesk.EXIT_FAILED : Crossdesk.EXIT_OK;
        } catch (BenchException | WireException e) {
            spec.commandLine().getErr().println("crossdesk: could not measure: " + e.getMessage());
            return Crossdesk.EXIT_FAILED;
        }
    }

    private void bounded(String option, int value, int from, int to) {
        if (value < from || value > to) {
            throw new ParameterException(
                    spec.commandLine(), option + " is a number from " + from + " to " + to + ", not " + value);
        }
    }
}
