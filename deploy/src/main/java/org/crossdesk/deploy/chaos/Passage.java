package org.crossdesk.deploy.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection through a {@link FaultyLink}. */
final class Passage {
    /** What a slow link takes. */
    static final int SLOW_BYTES_PER_SECOND = 2_000;
    /** How late a slow link brings it. */
    static final long SLOW_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private static final int CHUNK_BYTES = 1_024;
    private static final int WAITING_CHUNKS_MAX = 64;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final System.Logger LOG = System.getLogger(Passage.class.getName());

    private record Chunk(byte[] bytes, long dueNanos) {}

    private final Socket from;
    private final Socket to;
    private final Supplier<FaultyLink.State> state;
    private final Consumer<Passage> ended;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean swallowed;

    Passage(Socket from, Socket to, Supplier<FaultyLink.State> state, Consumer<Passage> ended) throws IOException {
        this.from = from;
        this.to = to;
        this.state = state;
        this.ended = ended;
        from.setTcpNoDelay(true);
        to.setTcpNoDelay(true);
    }

    void start() {
        pump(from, to, true);
        pump(to, from, false);
    }

    /** Whether something that was sent has not come, and never will. */
    boolean hasSwallowed() {
        return swallowed;
    }

    /** Ends it as a broken line would: both ends hear a reset. */
    void reset() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ended.accept(this);
        for (Socket end : new Socket[] {from, to}) {
            try {
                end.setSoLinger(true, 0);
                end.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "passage.closed", e);
            }
        }
    }

    private void pump(Socket source, Socket sink, boolean there) {
        BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(WAITING_CHUNKS_MAX);
        run("link-in", () -> read(source, waiting, there));
        run("link-out", () -> write(sink, waiting));
    }

    /** What a direction of a passage does, until it ends. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void run(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        LOG.log(System.Logger.Level.DEBUG, "passage.ended", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        reset();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Socket source, BlockingQueue<Chunk> waiting, boolean there)
            throws IOException, InterruptedException {
        InputStream in = source.getInputStream();
        byte[] buffer = new byte[CHUNK_BYTES];
        long free = System.nanoTime();
        int length = in.read(buffer);
        while (length >= 0) {
            FaultyLink.State now = state.get();
            if (now == FaultyLink.State.BLACK_HOLE || (now == FaultyLink.State.HALF_OPEN && there)) {
                swallowed = true;
            } else {
                long arrived = System.nanoTime();
                long due = arrived;
                if (now == FaultyLink.State.SLOW) {
                    free = Math.max(free, arrived) + length * TimeUnit.SECONDS.toNanos(1) / SLOW_BYTES_PER_SECOND;
                    due = free + SLOW_DELAY_NANOS;
                }
                while (!waiting.offer(new Chunk(Arrays.copyOf(buffer, length), due), 1, TimeUnit.SECONDS)) {
                    if (closed.get()) {
                        return;
                    }
                }
            }
            length = in.read(buffer);
        }
        // An orderly end goes on behind what waits.
        while (!waiting.isEmpty() && !closed.get()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void write(Socket sink, BlockingQueue<Chunk> waiting) throws IOException, InterruptedException {
        OutputStream out = sink.getOutputStream();
        while (!closed.get()) {
            Chunk next = waiting.poll(1, TimeUnit.SECONDS);
            while (next != null && !closed.get() && mustWait(next)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            if (next != null && !closed.get()) {
                out.write(next.bytes());
            }
        }
    }

    /** What is late on a slow link comes at once when the link is clear again. */
    private boolean mustWait(Chunk chunk) {
        FaultyLink.State now = state.get();
        return now == FaultyLink.State.STALLED
                || (now == FaultyLink.State.SLOW && System.nanoTime() < chunk.dueNanos());
    }
}
