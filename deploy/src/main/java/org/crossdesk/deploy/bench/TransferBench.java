package org.crossdesk.deploy.bench;

import static org.crossdesk.deploy.bench.BenchNetwork.AWAY;
import static org.crossdesk.deploy.bench.BenchNetwork.HOME;
import static org.crossdesk.deploy.bench.BenchNetwork.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.crossdesk.bot.smack.ClientException;

/**
 * A transfer to an operator of another library: from their accept until they read what the patron writes at once on
 * hearing of them; against a round trip between the two servers.
 */
public final class TransferBench implements Bench {
    private static final int PER_ROUND = 30;
    private static final int PER_SECOND = 100;
    private static final int WARM_UP = 10;
    private static final Duration DIRECT = Duration.ofSeconds(3);
    private static final Duration STEP_MAX = Duration.ofSeconds(30);
    private static final String NEXT = "next ";
    private static final int DIGITS = 3;

    private final Rounds rounds = new Rounds();
    private int count;

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException, ClientException {
        try (BenchNetwork net = BenchNetwork.start(
                "transfer", List.of(new BenchNetwork.Staff(HOME, 1, 1, 5), new BenchNetwork.Staff(AWAY, 0, 1, 5)))) {
            net.service(HOME, "-");
            net.service(AWAY, "-");
            Answerer near = net.operator(HOME, 1);
            Answerer far = net.operator(AWAY, 1).byHand();
            Writer patron = net.patron(HOME, 1);
            Load.steady(patron, far.client().address(), PER_SECOND, DIRECT, false);
            for (int i = 0; i < WARM_UP; i++) {
                transfer(patron, near, far);
            }
            for (int round = 1; round <= setup.rounds(); round++) {
                setup.progress().accept("round " + round + " of " + setup.rounds());
                rounds.add(
                        "round trip direct S2S",
                        Load.steady(patron, far.client().address(), PER_SECOND, DIRECT, false));
                Histogram times = new Histogram(DIGITS);
                for (int i = 0; i < PER_ROUND; i++) {
                    times.recordValue(transfer(patron, near, far));
                }
                rounds.add("accept to next message", times);
            }
        }
        double ratio = rounds.median("accept to next message p50") / rounds.median("round trip direct S2S p50");
        return new Report(
                "transfer",
                List.of(
                        rounds.figure("round trip direct S2S p50", "ms"),
                        rounds.figure("accept to next message p50", "ms"),
                        rounds.figure("accept to next message p99", "ms"),
                        Figure.of("accept to next message / direct round trip", ratio, "×")
                                .atMost(3)));
    }

    /** One session, from its first words to its end. */
    private long transfer(Writer patron, Answerer near, Answerer far) {
        count++;
        String opening = Answerer.OPENING + count;
        String next = NEXT + count;
        List.of(patron.mailbox(), near.mailbox(), far.mailbox()).forEach(Mailbox::clear);
        patron.client().say(desk(HOME), opening);
        String contact = near.mailbox()
                .await(said -> said.body().contains(opening), STEP_MAX, "the question")
                .from();
        patron.mailbox().await(said -> said.body().equals(Answerer.WELCOME), STEP_MAX, "the first answer");
        near.client().say(contact, "/transfer to=ask." + AWAY + " : " + opening);
        String newContact = far.mailbox()
                .await(said -> said.body().contains(opening), STEP_MAX, "the offer of the transfer")
                .from();
        patron.mailbox().clear();
        long begin = System.nanoTime();
        far.client().say(newContact, "/accept");
        patron.mailbox().await(said -> said.body().contains(AWAY), STEP_MAX, "the note of the transfer");
        patron.client().say(desk(HOME), next);
        far.mailbox().await(said -> said.body().equals(next), STEP_MAX, "the patron's next message");
        long took = System.nanoTime() - begin;
        far.client().say(newContact, "/close answered 1");
        patron.mailbox().await(said -> said.body().contains("closed"), STEP_MAX, "the end");
        return took;
    }
}
