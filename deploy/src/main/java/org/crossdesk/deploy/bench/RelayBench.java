package org.crossdesk.deploy.bench;

import static org.crossdesk.deploy.bench.BenchNetwork.AWAY;
import static org.crossdesk.deploy.bench.BenchNetwork.HOME;
import static org.crossdesk.deploy.bench.BenchNetwork.NAGLE;
import static org.crossdesk.deploy.bench.BenchNetwork.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.crossdesk.bot.smack.ClientException;

/** Patron and operator through the desk, against the same two people writing to each other on the same server. */
public final class RelayBench implements Bench {
    private static final int PAIRS = 50;
    private static final int IN_FLIGHT = 10;
    private static final int PER_SECOND = 100;
    private static final Duration WARM = Duration.ofSeconds(1);
    /** The compiler is still at work for so long, and the two ways do not share its work evenly. */
    private static final Duration WARM_UP = Duration.ofSeconds(6);

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration OPEN_MAX = Duration.ofSeconds(60);
    private static final double SHELF_FROM_NANOS = 35e6;
    private static final double SHELF_TO_NANOS = 50e6;

    private final Rounds rounds = new Rounds();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException, ClientException {
        try (BenchNetwork net = BenchNetwork.start(
                "relay",
                List.of(
                        new BenchNetwork.Staff(HOME, PAIRS, PAIRS + 1, 1),
                        new BenchNetwork.Staff(AWAY, 1, 0, 1),
                        new BenchNetwork.Staff(NAGLE, 1, 1, 1)))) {
            net.service(HOME, "-");
            net.service(NAGLE, "-");
            net.service(AWAY, desk(HOME));
            Map<Writer, String> direct = new HashMap<>();
            List<Writer> patrons = new ArrayList<>();
            List<Answerer> operators = new ArrayList<>();
            for (int i = 1; i <= PAIRS; i++) {
                Answerer operator = net.operator(HOME, i);
                operators.add(operator);
                Writer patron = net.patron(HOME, i);
                patrons.add(patron);
                direct.put(patron, operator.client().address());
            }
            Answerer far = net.operator(HOME, PAIRS + 1);
            operators.add(far);
            Writer abroad = net.patron(AWAY, 1);
            operators.add(net.operator(NAGLE, 1));
            Writer slow = net.patron(NAGLE, 1);
            Map<Writer, String> homes = new HashMap<>(Map.of(abroad, AWAY, slow, NAGLE));
            patrons.forEach(patron -> homes.put(patron, HOME));
            homes.forEach(RelayBench::open);
            warmUp(patrons, direct, abroad, far);
            for (int round = 1; round <= setup.rounds(); round++) {
                setup.progress().accept("round " + round + " of " + setup.rounds());
                operators.forEach(Answerer::close);
                homes.forEach(RelayBench::again);
                net.quiet();
                rounds.add("fdatasync", DiskProbe.measure(net.network().stateFolder()));
                round(patrons, direct, abroad, far, slow);
            }
        }
        return report();
    }

    /** A patron whose session is owned. */
    private static void open(Writer patron, String domain) {
        patron.client().say(desk(domain), Answerer.OPENING + patron.client().address());
        patron.mailbox()
                .await(
                        said -> said.body().equals(Answerer.WELCOME),
                        OPEN_MAX,
                        "an operator's answer to a patron of " + domain);
    }

    /** Another session once the last is closed: none that people have is of ten thousand lines. */
    private static void again(Writer patron, String domain) {
        patron.mailbox().await(said -> said.body().contains("closed"), OPEN_MAX, "the end of the session before");
        open(patron, domain);
    }

    private static void warmUp(List<Writer> patrons, Map<Writer, String> direct, Writer abroad, Answerer far) {
        for (int i = 0; i < 3; i++) {
            Load.full(patrons, direct::get, IN_FLIGHT, WARM, WARM_UP);
            Load.full(patrons, any -> desk(HOME), IN_FLIGHT, WARM, WARM_UP);
        }
        Load.steady(abroad, far.client().address(), PER_SECOND, WARM, false);
        Load.steady(abroad, desk(AWAY), PER_SECOND, WARM, false);
    }

    private void round(List<Writer> patrons, Map<Writer, String> direct, Writer abroad, Answerer far, Writer slow) {
        Writer one = patrons.get(0);
        String other = java.util.Objects.requireNonNull(direct.get(one));
        rounds.add("round trip direct", Load.steady(one, other, PER_SECOND, ROUND, false));
        Histogram relayed = Load.steady(one, desk(HOME), PER_SECOND, ROUND, false);
        rounds.add("round trip relay", relayed);
        rounds.add("round trip direct S2S", Load.steady(abroad, far.client().address(), PER_SECOND, ROUND, false));
        rounds.add("round trip relay S2S", Load.steady(abroad, desk(AWAY), PER_SECOND, ROUND, false));
        Histogram receipts = Load.steady(one, desk(HOME), PER_SECOND, ROUND, true);
        rounds.add("shelf", shelf(relayed) + shelf(receipts));
        rounds.add("shelf control", shelf(Load.steady(slow, desk(NAGLE), PER_SECOND, ROUND, true)));
        rounds.add("throughput direct", Load.full(patrons, direct::get, IN_FLIGHT, WARM, ROUND));
        rounds.add("throughput relay", Load.full(patrons, any -> desk(HOME), IN_FLIGHT, WARM, ROUND));
    }

    private static double shelf(Histogram times) {
        return times.getCountBetweenValues((long) SHELF_FROM_NANOS, (long) SHELF_TO_NANOS);
    }

    private Report report() {
        double p50 = rounds.median("round trip relay p50") / rounds.median("round trip direct p50");
        double p50Far = rounds.median("round trip relay S2S p50") / rounds.median("round trip direct S2S p50");
        double p99 = 1.5 * rounds.median("round trip direct p99") + 3 * rounds.median("fdatasync p50");
        return new Report(
                "relay",
                List.of(
                        rounds.figure("fdatasync p50", "ms"),
                        rounds.figure("round trip direct p50", "ms"),
                        rounds.figure("round trip relay p50", "ms"),
                        Figure.of("round trip p50, relay / direct", p50, "×").atMost(3),
                        rounds.figure("round trip direct p99", "ms"),
                        rounds.figure("round trip relay p99", "ms").atMost(p99),
                        rounds.figure("throughput direct", "msg/s"),
                        rounds.figure("throughput relay", "msg/s"),
                        Figure.of(
                                        "throughput, relay / direct",
                                        rounds.median("throughput relay") / rounds.median("throughput direct"),
                                        "×")
                                .atLeast(0.7),
                        Figure.of("round trips of 35 to 50 ms", rounds.sum("shelf"), "")
                                .atMost(0),
                        Figure.of("the same without TCP_NODELAY (control)", rounds.sum("shelf control"), ""),
                        rounds.figure("round trip direct S2S p50", "ms"),
                        rounds.figure("round trip relay S2S p50", "ms"),
                        Figure.of("round trip S2S p50, relay / direct", p50Far, "×")
                                .atMost(1.5)));
    }
}
