package org.crossdesk.deploy.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one person says to one address: a line after the other, each said again under the same id until it is confirmed
 * as kept or refused. Safe to use from any thread.
 */
final class Conversation {
    /** So long a client waits for its server to confirm before it says the same again. */
    static final long RETRY_NANOS = 3_000_000_000L;

    private static final AtomicLong IDS = new AtomicLong();

    /** A line, and when its server confirmed that it is kept. */
    record Kept(String body, long atNanos) {}

    private record Line(String id, String body) {}

    /** Sends a message that asks for a receipt; does nothing where the person is not connected. */
    @FunctionalInterface
    interface Wire {
        void send(String to, String id, String body);
    }

    private final String address;
    private final Wire wire;
    private final Deque<Line> unsaid = new ArrayDeque<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private long sentNanos;

    Conversation(String address, Wire wire) {
        this.address = address;
        this.wire = wire;
    }

    String address() {
        return address;
    }

    synchronized void say(String body) {
        unsaid.add(new Line("c" + IDS.incrementAndGet(), body));
        if (unsaid.size() == 1) {
            send();
        }
    }

    private void send() {
        Line next = unsaid.peek();
        if (next != null) {
            sentNanos = System.nanoTime();
            wire.send(address, next.id(), next.body());
        }
    }

    /** The server confirms a message; returns whether it was one of these. */
    synchronized boolean confirmed(String id) {
        Line next = unsaid.peek();
        if (next == null || !next.id().equals(id)) {
            return false;
        }
        unsaid.remove();
        kept.add(new Kept(next.body(), System.nanoTime()));
        send();
        return true;
    }

    /** The server refuses a message: for good where {@code over}, else it is said again in a while. */
    synchronized void refused(String id, boolean over) {
        Line next = unsaid.peek();
        if (over && next != null && next.id().equals(id)) {
            unsaid.remove();
            refused.add(next.body());
            send();
        }
    }

    /** Says again what was not confirmed in time. */
    synchronized void tick(long now) {
        if (!unsaid.isEmpty() && now - sentNanos > RETRY_NANOS) {
            send();
        }
    }

    /** The person is connected again. */
    synchronized void again() {
        send();
    }

    /** Whether everything said is confirmed or refused. */
    synchronized boolean settled() {
        return unsaid.isEmpty();
    }

    synchronized List<Kept> kept() {
        return List.copyOf(kept);
    }

    /** The words that wait, if any: for whoever asks what hangs. */
    synchronized @Nullable String waiting() {
        Line next = unsaid.peek();
        return next == null ? null : next.body();
    }
}
