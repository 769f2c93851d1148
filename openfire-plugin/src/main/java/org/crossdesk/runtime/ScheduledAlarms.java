package org.crossdesk.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.crossdesk.domain.Alarm;

/** Alarms on a scheduler. Set and cleared by the loop's thread only. */
public final class ScheduledAlarms implements Alarms {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ScheduledExecutorService scheduler;
    private final BiConsumer<StateKey, Alarm> rang;
    private final Map<StateKey, Map<Alarm, Future<?>>> set = new HashMap<>();

    /** Alarms that go to {@code rang}. The scheduler is not shut down here. */
    public ScheduledAlarms(ScheduledExecutorService scheduler, BiConsumer<StateKey, Alarm> rang) {
        this.scheduler = scheduler;
        this.rang = rang;
    }

    @Override
    public void set(StateKey key, Alarm alarm, Duration delay) {
        Future<?> timer = scheduler.schedule(() -> rang.accept(key, alarm), delay.toMillis(), TimeUnit.MILLISECONDS);
        Map<Alarm, Future<?>> ofKey = set.computeIfAbsent(key, any -> new HashMap<>());
        ofKey.values().removeIf(Future::isDone);
        Future<?> former = ofKey.put(alarm, timer);
        if (former != null) {
            former.cancel(false);
        }
    }

    @Override
    public void again(StateKey key, Alarm alarm) {
        later(() -> rang.accept(key, alarm));
    }

    @Override
    public void later(Runnable task) {
        if (!scheduler.isShutdown()) {
            scheduler.schedule(task, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void clear(StateKey key) {
        Map<Alarm, Future<?>> ofKey = set.remove(key);
        if (ofKey != null) {
            ofKey.values().forEach(timer -> timer.cancel(false));
        }
    }
}
