package org.crossdesk.deploy.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;

/** What goes wrong, as one seed decides it: a bad link, a killed server or both, for a while, and then calm or the next. */
final class Faults {
    /** What was promised: what waited is through so long after a link is whole again. */
    static final long THROUGH_MAX_MILLISECONDS = 5_000;

    private static final int FAULT_MIN_MILLISECONDS = 1_000;
    private static final int FAULT_MAX_MILLISECONDS = 6_000;
    private static final int PAUSE_MAX_MILLISECONDS = 1_500;
    private static final String KILLED = "server killed";

    /** All is well since this moment, and for at least {@link #THROUGH_MAX_MILLISECONDS} from it. */
    record Healed(long sinceNanos, boolean afterKill) {}

    private final Network network;
    private final Map<ChaosPlan.Way, FaultyLink> links;
    private final Random random;
    private final Consumer<String> progress;
    private final Map<String, Integer> done = new TreeMap<>();
    private final List<Healed> healed = new ArrayList<>();

    Faults(Network network, Map<ChaosPlan.Way, FaultyLink> links, long seed, Consumer<String> progress) {
        this.network = network;
        this.links = links;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /** Makes faults until then; all is whole when it returns. */
    void strikeUntil(long endNanos) throws IOException, InterruptedException {
        while (System.nanoTime() < endNanos) {
            int kind = random.nextInt(8);
            boolean kill = kind < 2;
            List<FaultyLink> spoiled = kind == 0 || kind > 1 ? spoil() : List.of();
            if (kill) {
                kill();
            } else {
                TimeUnit.MILLISECONDS.sleep(
                        FAULT_MIN_MILLISECONDS + random.nextInt(FAULT_MAX_MILLISECONDS - FAULT_MIN_MILLISECONDS));
            }
            spoiled.forEach(link -> link.become(FaultyLink.State.CLEAR));
            if (random.nextBoolean()) {
                healed.add(new Healed(System.nanoTime(), kill));
                TimeUnit.MILLISECONDS.sleep(THROUGH_MAX_MILLISECONDS);
            } else {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MAX_MILLISECONDS));
            }
        }
    }

    private void kill() throws IOException, InterruptedException {
        List<Library> all = network.libraries();
        Library one = all.get(random.nextInt(all.size()));
        note(KILLED, one.domain());
        one.kill();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(FAULT_MIN_MILLISECONDS));
        one.start();
    }

    private List<FaultyLink> spoil() {
        FaultyLink.State[] all = FaultyLink.State.values();
        FaultyLink.State state = all[1 + random.nextInt(all.length - 1)];
        // The operators' servers have nothing to say to each other.
        List<ChaosPlan.Way> ways = links.keySet().stream()
                .filter(any -> !ChaosPlan.AWAY.contains(any.from()) || !ChaosPlan.AWAY.contains(any.to()))
                .toList();
        ChaosPlan.Way way = ways.get(random.nextInt(ways.size()));
        boolean bothWays = random.nextBoolean();
        List<FaultyLink> struck = new ArrayList<>(List.of(links.get(way)));
        if (bothWays) {
            struck.add(links.get(new ChaosPlan.Way(way.to(), way.from())));
        }
        note(
                "link " + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                way.from() + (bothWays ? " <-> " : " -> ") + way.to());
        struck.forEach(link -> link.become(state));
        return struck;
    }

    private void note(String kind, String where) {
        done.merge(kind, 1, Integer::sum);
        progress.accept(kind + ": " + where);
    }

    /** How often what was done. */
    Map<String, Integer> done() {
        return done;
    }

    List<Healed> healed() {
        return healed;
    }
}
