package org.crossdesk.bot.smack;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What arrived, in the order in which it arrived, numbered from 0. Readers look at all of it, or wait, for a bounded
 * time, for something that fits; each reader keeps its own place. The newest {@link #KEPT_MAX_ENTRIES} are kept.
 *
 * @param <T> what arrives
 */
public final class ArrivalLog<T> {
    /** Most entries kept; an operator's bot runs for weeks, and a test reads everything long before. */
    public static final int KEPT_MAX_ENTRIES = 50_000;

    private static final System.Logger LOG = System.getLogger(ArrivalLog.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    /** The entry of place n is at n modulo the bound. */
    private final List<T> ring = new ArrayList<>();

    private final CopyOnWriteArrayList<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private final int keptMax;
    private long end;

    /** An empty log. */
    public ArrivalLog() {
        this(KEPT_MAX_ENTRIES);
    }

    ArrivalLog(int keptMax) {
        this.keptMax = keptMax;
    }

    /**
     * An entry that a reader waited for.
     *
     * @param value the entry
     * @param next the place behind it, to go on from
     */
    public record Found<T>(T value, long next) {}

    /** Adds an entry, wakes those who wait and tells the listeners, in this thread. One thread adds at a time. */
    public void add(T value) {
        lock.lock();
        try {
            if (ring.size() < keptMax) {
                ring.add(value);
            } else {
                ring.set(Math.toIntExact(end % keptMax), value);
            }
            end++;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        for (Consumer<? super T> listener : listeners) {
            try {
                listener.accept(value);
            } catch (RuntimeException e) {
                // A listener's fault must not take the next listener's message, nor end the connection's thread.
                LOG.log(
                        Level.ERROR,
                        "event=listener-failed listener=" + listener.getClass().getName(),
                        e);
            }
        }
    }

    /** Calls {@code listener} with each later entry, in order, in the thread in which it arrives: it must not block. */
    public void listen(Consumer<? super T> listener) {
        listeners.add(listener);
    }

    /** Calls {@code listener} no more. */
    public void unlisten(Consumer<? super T> listener) {
        listeners.remove(listener);
    }

    /** The place behind the newest entry: how many have arrived so far. */
    public long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** The place of the oldest entry that is still kept; 0 unless more than the bound have arrived. */
    public long start() {
        lock.lock();
        try {
            return end - ring.size();
        } finally {
            lock.unlock();
        }
    }

    /** Everything kept. */
    public List<T> all() {
        return since(0);
    }

    /** Everything kept from a place on. */
    public List<T> since(long place) {
        lock.lock();
        try {
            List<T> copy = new ArrayList<>();
            for (long at = Math.max(place, end - ring.size()); at < end; at++) {
                copy.add(ring.get(Math.toIntExact(at % keptMax)));
            }
            return copy;
        } finally {
            lock.unlock();
        }
    }

    /** The first entry from a place on that fits; waits for it at most this long. */
    public Optional<Found<T>> await(long place, Predicate<? super T> fits, Duration atMost)
            throws InterruptedException {
        long nanosLeft = atMost.toNanos();
        long at = place;
        lock.lock();
        try {
            while (true) {
                for (at = Math.max(at, end - ring.size()); at < end; at++) {
                    T value = ring.get(Math.toIntExact(at % keptMax));
                    if (fits.test(value)) {
                        return Optional.of(new Found<>(value, at + 1));
                    }
                }
                if (nanosLeft <= 0) {
                    return Optional.empty();
                }
                nanosLeft = arrived.awaitNanos(nanosLeft);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether this many entries have arrived; waits for them at most this long. */
    public boolean awaitCount(long count, Duration atMost) throws InterruptedException {
        long nanosLeft = TimeUnit.NANOSECONDS.convert(atMost);
        lock.lock();
        try {
            while (end < count && nanosLeft > 0) {
                nanosLeft = arrived.awaitNanos(nanosLeft);
            }
            return end >= count;
        } finally {
            lock.unlock();
        }
    }
}
