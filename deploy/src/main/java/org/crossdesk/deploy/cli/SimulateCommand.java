package org.crossdesk.deploy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code crossdesk simulate}: desks in memory under every fault that a seed brings, in a process of its own. */
@Command(
        name = "simulate",
        description = "Runs four desks in memory through storms of faults, and holds them to what is promised.",
        footer = {
            "",
            "In every storm stanzas get lost, come twice, late and in any order, links are cut, disks fail and machines"
                    + " die. The same seed is always the same storm."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every promise was kept", "1:one was broken; the story of that seed is printed"})
final class SimulateCommand implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})\\.\\.([0-9]{1,18})");
    private static final String PROGRAM = "org.crossdesk.runtime.Simulation";
    private static final int MINUTES_MAX = 10_000;

    /** What to run: one of them. */
    static final class What {
        @Option(names = "--seed", paramLabel = "N", description = "Tell the story of this seed, step by step.")
        @Nullable
        Long seed;

        @Option(names = "--seeds", paramLabel = "FROM..TO", description = "Run all of these.")
        @Nullable
        String seeds;

        @Option(names = "--minutes", paramLabel = "M", description = "Go on with fresh seeds for so long.")
        @Nullable
        Integer minutes;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private What what;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> words = words();
        Process simulation = new ProcessBuilder(command(words)).inheritIO().start();
        return simulation.waitFor();
    }

    private static List<String> command(List<String> words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = ProjectFolder.locate().simulationClassPath();
        List<String> command = new java.util.ArrayList<>(
                List.of(java, "-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8", "-cp", classPath, PROGRAM));
        command.addAll(words);
        return command;
    }

    private List<String> words() {
        Long seed = what.seed;
        Integer minutes = what.minutes;
        if (seed != null) {
            return List.of("seed", seed.toString());
        }
        if (minutes != null) {
            if (minutes < 1 || minutes > MINUTES_MAX) {
                throw wrong("--minutes takes 1 to " + MINUTES_MAX);
            }
            return List.of("minutes", minutes.toString());
        }
        Matcher range = RANGE.matcher(String.valueOf(what.seeds));
        if (!range.matches() || Long.parseLong(range.group(1)) > Long.parseLong(range.group(2))) {
            throw wrong("--seeds takes the first and the last one: 1..1000");
        }
        return List.of("seeds", range.group(1), range.group(2));
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
