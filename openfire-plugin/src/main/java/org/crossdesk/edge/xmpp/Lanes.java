package org.crossdesk.edge.xmpp;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends in order to each domain, and to different domains side by side, so that a slow link keeps nobody else waiting.
 * A lane that is full drops what comes: every element that must arrive is sent again until it is acknowledged.
 */
final class Lanes {
    /** Most stanzas that wait for one domain. */
    static final int LANE_MAX_STANZAS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final ExecutorService workers;
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

    /** Lanes on these workers, which are not shut down here. */
    Lanes(ExecutorService workers) {
        this.workers = workers;
    }

    /** Queues a sending. */
    void send(String domain, Runnable sending) {
        synchronized (lanes) {
            Queue<Runnable> lane = lanes.get(domain);
            if (lane != null) {
                if (lane.size() >= LANE_MAX_STANZAS) {
                    LOG.warn("lane.full domain={} dropped=1", domain);
                } else {
                    lane.add(sending);
                }
                return;
            }
            Queue<Runnable> fresh = new ArrayDeque<>();
            fresh.add(sending);
            lanes.put(domain, fresh);
        }
        work(domain);
    }

    private void work(String domain) {
        try {
            workers.execute(() -> drain(domain));
        } catch (RejectedExecutionException e) {
            LOG.info("lane.closed domain={}", domain);
        }
    }

    /** Sends on the calling thread, where nothing waits for the domain; else queues it. What must not block. */
    void sendNow(String domain, Runnable sending) {
        synchronized (lanes) {
            if (lanes.containsKey(domain)) {
                send(domain, sending);
                return;
            }
            // What comes meanwhile waits behind it.
            lanes.put(domain, new ArrayDeque<>());
        }
        run(domain, sending);
        synchronized (lanes) {
            Queue<Runnable> lane = lanes.get(domain);
            if (lane == null || lane.isEmpty()) {
                lanes.remove(domain);
                return;
            }
        }
        work(domain);
    }

    private void drain(String domain) {
        while (true) {
            Runnable next;
            synchronized (lanes) {
                Queue<Runnable> lane = lanes.get(domain);
                next = lane == null ? null : lane.poll();
                if (next == null) {
                    lanes.remove(domain);
                    return;
                }
            }
            run(domain, next);
        }
    }

    private static void run(String domain, Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException e) {
            LOG.error("stanza.route.failed domain={}", domain, e);
        }
    }
}
