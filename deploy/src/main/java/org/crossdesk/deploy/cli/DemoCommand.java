package org.crossdesk.deploy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.crossdesk.bot.script.ScriptFailure;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.demo.DemoBots;
import org.crossdesk.deploy.demo.DemoServices;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.deploy.demo.Story;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the demo's network and keeps it up until Ctrl-C. */
@Command(
        name = "demo",
        description = "Start three libraries and a hub on this machine, and keep them up until Ctrl-C."
                + " What happened in them is kept for the next time.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the network can't be started; one line says why and how to mend it",
            "2:wrong words on the command line",
            "130:ended by Ctrl-C, everything is stopped"
        })
final class DemoCommand implements Callable<Integer> {
    /** How long a question is offered at home before it rolls up: shorter than in earnest, long enough for a person. */
    private static final int OWN_SECONDS = 20;

    private static final int STORY_OWN_SECONDS = 2;
    private static final int PARENT_SECONDS = 30;
    private static final int RING_SECONDS = 15;

    /** The story's own addresses, so that it can be played while a demo runs. */
    private static final String STORY_BLOCK = "127.0.15";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Option(names = "--fresh", description = "Forget all that happened in earlier demos.")
    private boolean fresh;

    @Option(
            names = "--script",
            description = "Play the story without a hand, on a network of its own that is made anew and stopped"
                    + " afterwards; print who said and saw what, and when; check every step.")
    private boolean script;

    @Option(
            names = "--openfire-home",
            paramLabel = "DIR",
            description = "Run the Openfire (4.7 to 5.1) that is installed in this folder,"
                    + " instead of the embedded 4.2.0. Nothing is written there.")
    private @Nullable Path openfireHome;

    @Override
    public Integer call() throws IOException, InterruptedException, ClientException {
        PrintWriter out = spec.commandLine().getOut();
        ProjectFolder project = ProjectFolder.locate();
        OpenfireChoice openfire =
                openfireHome == null ? OpenfireChoice.embedded() : OpenfireChoice.installed(openfireHome);
        say(out, "Starting the network on " + openfire.label() + " ...");
        return script ? playStory(out, project, openfire) : keepUp(out, project, openfire);
    }

    private int keepUp(PrintWriter out, ProjectFolder project, OpenfireChoice openfire)
            throws IOException, InterruptedException, ClientException {
        var starter = Network.prepare(DemoPlan.demo(), project.demoState())
                .on(openfire)
                .plugin(project.pluginJar());
        if (fresh) {
            starter.fresh();
        }
        long start = System.nanoTime();
        Network network = starter.start();
        AtomicReference<@Nullable DemoBots> bots = new AtomicReference<>();
        stopAtExit(network, bots, out);
        new DemoServices(network, OWN_SECONDS, PARENT_SECONDS, RING_SECONDS).setUp();
        bots.set(DemoBots.start(network));
        Library first = network.libraries().get(0);
        try (LibrarySite site = LibrarySite.open(first.address().text(), LibrarySite.DEMO_PORT, first, "desk")) {
            DemoScreen.print(out, network, site, System.nanoTime() - start);
            out.flush();
            // Ctrl-C ends this Java, and the hook stops the network.
            new CountDownLatch(1).await();
        }
        return Crossdesk.EXIT_OK;
    }

    private static int playStory(PrintWriter out, ProjectFolder project, OpenfireChoice openfire)
            throws IOException, InterruptedException, ClientException {
        try (Network network = Network.prepare(DemoPlan.at(STORY_BLOCK), project.storyState())
                .on(openfire)
                .plugin(project.pluginJar())
                .fresh()
                .start()) {
            new DemoServices(network, STORY_OWN_SECONDS, PARENT_SECONDS, RING_SECONDS).setUp();
            Story story = new Story(network);
            try {
                story.play();
                say(out, story.timeline() + "\nThe story came true, every step.");
                return Crossdesk.EXIT_OK;
            } catch (ScriptFailure e) {
                say(out, story.timeline() + "\nThe story failed at " + e.getMessage());
                return Crossdesk.EXIT_FAILED;
            }
        }
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }

    private static void stopAtExit(Network network, AtomicReference<@Nullable DemoBots> bots, PrintWriter out) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            out.println();
                            out.println("Stopping ...");
                            out.flush();
                            DemoBots running = bots.get();
                            if (running != null) {
                                running.close();
                            }
                            network.close();
                            out.println("Stopped.");
                            out.flush();
                        },
                        "stop-network"));
    }
}
