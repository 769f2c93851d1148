package org.crossdesk.deploy.bench;

import static org.crossdesk.deploy.bench.BenchNetwork.HOME;
import static org.crossdesk.deploy.bench.BenchNetwork.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.crossdesk.bot.smack.ClientException;

/** What thousands of open sessions in which nothing happens cost the server, and those who talk meanwhile. */
public final class SessionsBench implements Bench {
    private static final int PER_SECOND = 100;
    private static final int WARM_UP_SESSIONS = 100;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration OPEN_MAX = Duration.ofSeconds(60);

    private final Rounds rounds = new Rounds();

    @Override
    public Report run(Setup setup) throws IOException, InterruptedException, ClientException {
        int operators = ManySessions.operators(setup.sessions() + WARM_UP_SESSIONS);
        try (BenchNetwork net = BenchNetwork.start(
                "sessions", List.of(new BenchNetwork.Staff(HOME, 1, operators, ManySessions.PER_OPERATOR)))) {
            net.service(HOME, "-");
            List<Answerer> staff = ManySessions.operators(net, operators);
            Writer patron = net.patron(HOME, 1);
            patron.client().say(desk(HOME), Answerer.OPENING + "one");
            patron.mailbox().await(said -> said.body().equals(Answerer.WELCOME), OPEN_MAX, "an operator's answer");
            String direct = staff.get(0).client().address();
            ManySessions.open(net, WARM_UP_SESSIONS, 1);
            measure(patron, direct, "warm-up");
            long pid = net.library(HOME).pid();
            for (int round = 0; round < setup.rounds(); round++) {
                measure(patron, direct, "without");
            }
            long before = HeapProbe.liveBytes(pid);
            setup.progress().accept("opening " + setup.sessions() + " sessions");
            ManySessions.open(net, setup.sessions(), 1);
            setup.progress().accept("they are open");
            double each = (double) (HeapProbe.liveBytes(pid) - before) / setup.sessions();
            for (int round = 0; round < setup.rounds(); round++) {
                measure(patron, direct, "with");
            }
            return report(setup.sessions(), each);
        }
    }

    private void measure(Writer patron, String direct, String when) {
        rounds.add("round trip direct " + when, Load.steady(patron, direct, PER_SECOND, ROUND, false));
        rounds.add("round trip relay " + when, Load.steady(patron, desk(HOME), PER_SECOND, ROUND, false));
    }

    private Report report(int sessions, double each) {
        return new Report(
                "sessions",
                List.of(
                        Figure.of("open sessions", sessions, ""),
                        Figure.of("heap of one session", each, "B").atMost(2_048),
                        rounds.figure("round trip direct without p50", "ms"),
                        rounds.figure("round trip direct with p50", "ms"),
                        rounds.figure("round trip relay without p50", "ms"),
                        rounds.figure("round trip relay with p50", "ms"),
                        Figure.of(
                                        "round trip relay p50, with / without",
                                        rounds.median("round trip relay with p50")
                                                / rounds.median("round trip relay without p50"),
                                        "×")
                                .atMost(1.2)));
    }
}
