package org.crossdesk.deploy.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** Ways of writing to somebody whose answers are timed. */
final class Load {
    /** Longest round trip that is told from a longer one. */
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private static final int DIGITS = 3;
    private static final Duration DRAIN_MAX = Duration.ofSeconds(20);
    /** A writer that comes this much too late was kept from its work, and the wait counts. */
    private static final long LATE_NANOS = 1_000_000;

    private Load() {}

    /**
     * Writes at a steady rate, whether answers come or not. Where the writing itself was late by more than a timer's
     * inaccuracy, time runs from when it was due, so that a stall hides nothing.
     */
    static Histogram steady(Writer writer, String to, int perSecond, Duration length, boolean forReceipt) {
        Histogram times = new SynchronizedHistogram(LONGEST_NANOS, DIGITS);
        writer.to((any, sent) -> times.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - sent)));
        long step = Duration.ofSeconds(1).toNanos() / perSecond;
        long count = length.toNanos() / step;
        long due = System.nanoTime();
        for (long i = 0; i < count; i++, due += step) {
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long now = System.nanoTime();
            writer.send(to, now - due > LATE_NANOS ? due : now, forReceipt);
        }
        await(() -> writer.under() == 0, DRAIN_MAX, "some words did not come back");
        return times;
    }

    /** Keeps so many words of each writer under way; returns messages (there and back are two) a second. */
    static double full(
            List<Writer> writers, Function<Writer, String> to, int inFlight, Duration warm, Duration length) {
        LongAdder back = new LongAdder();
        long end = System.nanoTime() + warm.plus(length).toNanos();
        for (Writer writer : writers) {
            String whom = to.apply(writer);
            writer.to((same, sent) -> {
                back.increment();
                long now = System.nanoTime();
                if (now < end) {
                    same.send(whom, now, false);
                }
            });
        }
        for (Writer writer : writers) {
            for (int i = 0; i < inFlight; i++) {
                writer.send(to.apply(writer), System.nanoTime(), false);
            }
        }
        long begin = System.nanoTime();
        pause(warm);
        long before = back.sum();
        long from = System.nanoTime();
        pause(length.minus(Duration.ofNanos(from - begin).minus(warm)));
        double seconds = (System.nanoTime() - from) / 1e9;
        double rate = 2 * (back.sum() - before) / seconds;
        await(
                () -> writers.stream().allMatch(writer -> writer.under() == 0),
                DRAIN_MAX,
                "some words did not come back");
        return rate;
    }

    static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Waits until it is so. */
    static void await(BooleanSupplier so, Duration atMost, String otherwise) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchException(otherwise + " within " + atMost.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
