package org.crossdesk.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that takes events in order, decides, writes what a turn of up to {@link #TURN_MAX_TASKS} events changed in
 * one commit, and then lets the effects go. What comes in meanwhile waits and makes the next turn larger: under load
 * the commits grow, and nobody waits for a lock.
 */
final class Loop {
    /** Most events in one commit. */
    static final int TURN_MAX_TASKS = 256;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /** One event: what to do in a turn, and what to do where the turn can't be written or the event breaks. */
    private record Task(String source, Consumer<Turn> action, Runnable failed) {}

    /** What to do around the tasks of a turn. */
    interface Turns {
        /** Lets the desk hear what it has sent to itself in this turn, and puts by what people are to confirm. */
        void hearOwn(Turn turn);

        /** Writes the turn. */
        void write(Turn turn) throws JournalException;

        /** Lets the effects of a written turn go. Throws nothing: one that fails keeps back none of the others. */
        void carryOut(Turn turn);

        /** Takes a turn back that was not written. */
        void rollBack(Turn turn);
    }

    private final BlockingQueue<Task> queue;
    private final int perSourceMax;
    private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Supplier<String> tokens;
    private final Turns turns;
    private final Thread thread;
    private volatile boolean stopping;

    Loop(DeskLimits limits, InstantSource clock, Supplier<String> tokens, Turns turns) {
        this.queue = new ArrayBlockingQueue<>(limits.queuedEventsMax());
        this.perSourceMax = limits.queuedEventsPerStateMax();
        this.clock = clock;
        this.tokens = tokens;
        this.turns = turns;
        this.thread = new Thread(this::run, "crossdesk-loop");
    }

    void start() {
        thread.start();
    }

    /** Ends after the events that are here; waits for that with a bound. */
    void stop() throws InterruptedException {
        stopping = true;
        queue.offer(new Task("stop", turn -> {}, () -> {}));
        thread.join(STOP_PATIENCE.toMillis());
        if (thread.isAlive()) {
            LOG.warn("loop.stop.slow waiting={}", queue.size());
            thread.interrupt();
        }
        // What came in between the last turn and the stop.
        List<Task> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(Loop::failed);
    }

    /**
     * Hands an event in. False where there is no room, for all or for this source: nothing happens then, and the
     * caller says so.
     */
    boolean submit(String source, Consumer<Turn> action, Runnable failed) {
        int ofSource = waiting.merge(source, 1, Integer::sum);
        if (stopping || ofSource > perSourceMax || !queue.offer(new Task(source, action, failed))) {
            done(source);
            return false;
        }
        return true;
    }

    /** Has something looked up between two turns; fails where there is no room. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable failed = () -> answer.completeExceptionally(new IllegalStateException("the desk is too busy"));
        if (!submit("query", turn -> answer.complete(question.get()), failed)) {
            failed.run();
        }
        return answer;
    }

    private void done(String source) {
        waiting.computeIfPresent(source, (any, count) -> count == 1 ? null : count - 1);
    }

    private void run() {
        while (!(stopping && queue.isEmpty())) {
            try {
                turn(queue.take());
            } catch (InterruptedException e) {
                LOG.info("loop.interrupted waiting={}", queue.size());
                return;
            }
        }
    }

    /** Makes one turn of what waits, on the calling thread: how a simulation drives a loop that is not started. */
    boolean turn() {
        Task first = queue.poll();
        if (first != null) {
            turn(first);
        }
        return first != null;
    }

    private void turn(Task first) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(first);
        queue.drainTo(tasks, TURN_MAX_TASKS - 1);
        tasks.forEach(task -> done(task.source()));
        Turn turn = new Turn(clock.instant(), tokens);
        List<Task> accepted = new ArrayList<>();
        for (Task task : tasks) {
            try {
                task.action().accept(turn);
                accepted.add(task);
            } catch (RuntimeException e) {
                // A bug in one event must not take the desk down; the states are as they were before it.
                LOG.error("event.failed source={}", withoutName(task.source()), e);
                failed(task);
            }
        }
        turns.hearOwn(turn);
        try {
            turns.write(turn);
        } catch (JournalException | RuntimeException e) {
            // Whatever went wrong: a state that is ahead of its records could not be replayed.
            LOG.error("journal.write.failed events={}", tasks.size(), e);
            turns.rollBack(turn);
            accepted.forEach(Loop::failed);
            return;
        }
        turns.carryOut(turn);
    }

    private static void failed(Task task) {
        try {
            task.failed().run();
        } catch (RuntimeException e) {
            LOG.error("event.refusal.failed source={}", withoutName(task.source()), e);
        }
    }

    /** A source may be a patron's address, which no log holds. */
    private static String withoutName(String source) {
        return source.substring(source.indexOf('@') + 1);
    }
}
