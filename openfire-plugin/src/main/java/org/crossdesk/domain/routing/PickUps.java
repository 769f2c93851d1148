package org.crossdesk.domain.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** How long the questions that were taken lately had waited at one service: what a patron may expect. */
public final class PickUps {
    /** What is older says nothing of now. */
    static final Duration WINDOW = Duration.ofHours(1);

    /** Of fewer the middle one would be a guess. */
    static final int LEAST = 3;

    /** Of a busier hour the latest are remembered. */
    static final int MOST = 1_000;

    private record PickUp(Instant at, int seconds, @Nullable String desk) {}

    private final Deque<PickUp> lately = new ArrayDeque<>();

    /** A question was taken now that had been asked at {@code asked}, by this operator if that is known. */
    public void taken(Instant asked, Instant now, @Nullable Address by) {
        long seconds = Math.max(0, Duration.between(asked, now).toSeconds());
        lately.addLast(new PickUp(now, (int) Math.min(seconds, WINDOW.toSeconds()), by == null ? null : by.domain()));
        if (lately.size() > MOST) {
            lately.removeFirst();
        }
    }

    /** The middle one of the waits of the last hour, in seconds; null where there were too few. */
    public @Nullable Integer medianSeconds(Instant now) {
        forget(now);
        if (lately.size() < LEAST) {
            return null;
        }
        int[] seconds = lately.stream().mapToInt(PickUp::seconds).sorted().toArray();
        return seconds[seconds.length / 2];
    }

    /** How many each desk's operators took in the last hour. */
    public Map<String, Integer> byDesk(Instant now) {
        forget(now);
        Map<String, Integer> counts = new HashMap<>();
        for (PickUp one : lately) {
            if (one.desk() != null) {
                counts.merge(one.desk(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private void forget(Instant now) {
        Instant first = now.minus(WINDOW);
        while (!lately.isEmpty() && lately.getFirst().at().isBefore(first)) {
            lately.removeFirst();
        }
    }
}
