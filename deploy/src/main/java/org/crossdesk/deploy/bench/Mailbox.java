package org.crossdesk.deploy.bench;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.crossdesk.deploy.wire.WireClient;

/** Messages that wait to be read, in the order in which they came. */
final class Mailbox {
    private final BlockingQueue<WireClient.Said> said = new LinkedBlockingQueue<>();

    void put(WireClient.Said one) {
        said.add(one);
    }

    void clear() {
        said.clear();
    }

    /** Reads on until one is as wanted. */
    WireClient.Said await(Predicate<WireClient.Said> wanted, Duration atMost, String what) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (true) {
                WireClient.Said one = said.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (one == null) {
                    throw new BenchException(what + " did not come within " + atMost.toSeconds() + " s");
                }
                if (wanted.test(one)) {
                    return one;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
