package org.crossdesk.deploy.bench;

import static org.crossdesk.deploy.bench.BenchNetwork.HOME;
import static org.crossdesk.deploy.bench.BenchNetwork.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.wire.WireClient;

/** Opens thousands of sessions by the same door as everybody: each by an anonymous patron, each taken by an operator. */
final class ManySessions {
    /** What one operator can have. */
    static final int PER_OPERATOR = 100;

    private static final int AT_ONCE = 8;
    private static final Duration OPEN_MAX = Duration.ofSeconds(60);

    private ManySessions() {}

    static int operators(int sessions) {
        return sessions / PER_OPERATOR + 2;
    }

    static List<Answerer> operators(BenchNetwork net, int count) throws ClientException, InterruptedException {
        List<Answerer> operators = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            operators.add(net.operator(HOME, i));
        }
        return operators;
    }

    /** Opens them, of so many messages each besides the first answer; their patrons are gone when this returns. */
    static void open(BenchNetwork net, int sessions, int messages) throws InterruptedException {
        Library library = net.library(HOME);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                String name = "many " + i;
                all.add(workers.submit(() -> open(library, name, messages)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new BenchException("a session can't be opened: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static void open(Library library, String name, int messages) {
        Mailbox mailbox = new Mailbox();
        try (WireClient patron = WireClient.connect(library, null)) {
            patron.listen(mailbox::put);
            patron.say(desk(HOME), Answerer.OPENING + name);
            for (int i = 1; i < messages; i++) {
                patron.say(desk(HOME), "message " + i + " of a patron who has much to tell about old maps");
            }
            mailbox.await(said -> said.body().equals(Answerer.WELCOME), OPEN_MAX, "an operator's answer");
        }
    }
}
