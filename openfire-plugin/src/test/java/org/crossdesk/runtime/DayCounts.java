package org.crossdesk.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.Payload;

/** What is counted in a day of many libraries. */
final class DayCounts {
    private static final int SAMPLES = 50;
    /** What a stanza has around its payload, about. */
    private static final int ENVELOPE_BYTES = 130;

    int asked;
    int someoneFree;
    int laterOffered;
    int neverTaken;
    int stillWaiting;
    final List<Duration> pickUps = new ArrayList<>();
    int withinTwentyWhereFree;
    int late;
    final Map<String, long[]> hubs = new HashMap<>();
    private final Map<Class<?>, long[]> sizes = new HashMap<>();

    /** A stanza came to or left a hub for its services. */
    void atHub(String desk, Payload payload, int copies) {
        long[] hub = hubs.get(desk);
        if (hub != null) {
            hub[0] += copies;
            hub[1] += (long) copies * bytes(payload);
        }
    }

    /** Measured on the first of each kind, since writing all of them out would take longer than the day. */
    private long bytes(Payload payload) {
        long[] known = sizes.computeIfAbsent(payload.getClass(), any -> new long[2]);
        if (known[0] < SAMPLES) {
            known[0]++;
            known[1] += payload.toElement().toXml().length() + ENVELOPE_BYTES;
        }
        return known[1] / known[0];
    }

    double seconds(double part) {
        if (pickUps.isEmpty()) {
            return Double.NaN;
        }
        List<Duration> sorted = new ArrayList<>(pickUps);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())))
                        .toMillis()
                / 1e3;
    }
}
