package org.crossdesk.deploy.bench;

import static org.crossdesk.deploy.bench.BenchNetwork.HOME;
import static org.crossdesk.deploy.bench.BenchNetwork.desk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.wire.WireClient;
import org.crossdesk.deploy.wire.WireException;

/** A server that is killed with thousands of open sessions: how long from where it listens until its desk answers. */
public final class RecoveryBench implements Bench {
    private static final int MESSAGES = 20;
    private static final int CONNECT_MAX_MILLISECONDS = 500;
    private static final Duration BOOT_MAX = Duration.ofSeconds(120);
    private static final Duration OPEN_MAX = Duration.ofSeconds(60);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Rounds rounds = new Rounds();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException, ClientException {
        int operators = ManySessions.operators(setup.sessions());
        try (BenchNetwork net = BenchNetwork.start(
                "recovery", List.of(new BenchNetwork.Staff(HOME, 1, operators, ManySessions.PER_OPERATOR)))) {
            net.service(HOME, "-");
            var unused = ManySessions.operators(net, operators);
            Writer patron = net.patron(HOME, 1);
            patron.client().say(desk(HOME), Answerer.OPENING + "one");
            patron.mailbox().await(said -> said.body().equals(Answerer.WELCOME), OPEN_MAX, "an operator's answer");
            restart(net, "empty");
            unused.forEach(operator -> operator.client().close());
            var again = ManySessions.operators(net, operators);
            setup.progress().accept("opening " + setup.sessions() + " sessions");
            ManySessions.open(net, setup.sessions(), MESSAGES);
            for (int round = 1; round <= setup.rounds(); round++) {
                setup.progress().accept("restart " + round + " of " + setup.rounds());
                restart(net, "full");
            }
            again.forEach(operator -> operator.client().close());
        }
        return new Report(
                "recovery",
                List.of(
                        Figure.of("open sessions", setup.sessions(), ""),
                        Figure.of("messages of each", MESSAGES, ""),
                        rounds.figure("start to listening, one session", "s"),
                        rounds.figure("start to listening", "s"),
                        rounds.figure("listening to answering, one session", "s"),
                        rounds.figure("listening to answering", "s").atMost(5)));
    }

    private void restart(BenchNetwork net, String when) throws InterruptedException {
        Library library = net.library(HOME);
        library.kill();
        long begin = System.nanoTime();
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> {
            try {
                library.start();
            } catch (IOException | InterruptedException e) {
                throw new BenchException("the server doesn't come back", e);
            }
        });
        Load.await(() -> listens(library), BOOT_MAX, "the server did not listen");
        long listens = System.nanoTime();
        Load.await(() -> answers(library), BOOT_MAX, "the desk did not answer");
        String which = when.equals("empty") ? ", one session" : "";
        rounds.add("start to listening" + which, (listens - begin) / NANOS_PER_SECOND);
        rounds.add("listening to answering" + which, (System.nanoTime() - listens) / NANOS_PER_SECOND);
        try {
            start.get();
        } catch (ExecutionException e) {
            throw new BenchException("the server doesn't come back", e);
        }
    }

    private static boolean listens(Library library) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            library.address().inet(), library.ports().client()),
                    CONNECT_MAX_MILLISECONDS);
            return true;
        } catch (IOException e) {
            // Not yet; asked again within a bound.
            return false;
        }
    }

    private static boolean answers(Library library) {
        try (WireClient client =
                WireClient.connect(library, library.plan().accounts().get(0))) {
            return client.pings("ask." + library.domain());
        } catch (WireException e) {
            // Not yet; asked again within a bound.
            return false;
        }
    }
}
