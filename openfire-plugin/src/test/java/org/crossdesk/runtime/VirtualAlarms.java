package org.crossdesk.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.crossdesk.domain.Alarm;

/** Timers of one desk in virtual time. */
final class VirtualAlarms implements Alarms {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private record Timer(StateKey key, Alarm alarm) {}

    private final VirtualTime time;
    private final BiConsumer<StateKey, Alarm> rings;
    private final Runnable afterwards;
    private final Map<Timer, Runnable> timers = new HashMap<>();

    /** {@code rings} hears each that goes off; {@code afterwards} is done after it, and after each task. */
    VirtualAlarms(VirtualTime time, BiConsumer<StateKey, Alarm> rings, Runnable afterwards) {
        this.time = time;
        this.rings = rings;
        this.afterwards = afterwards;
    }

    @Override
    public void set(StateKey key, Alarm alarm, Duration delay) {
        Timer timer = new Timer(key, alarm);
        Runnable former = timers.put(timer, time.in(delay, () -> {
            timers.remove(timer);
            rings.accept(key, alarm);
            afterwards.run();
        }));
        if (former != null) {
            former.run();
        }
    }

    @Override
    public void again(StateKey key, Alarm alarm) {
        set(key, alarm, AGAIN);
    }

    @Override
    public void later(Runnable task) {
        time.in(AGAIN, () -> {
            task.run();
            afterwards.run();
        });
    }

    @Override
    public void clear(StateKey key) {
        timers.entrySet().removeIf(timer -> {
            boolean of = timer.getKey().key().equals(key);
            if (of) {
                timer.getValue().run();
            }
            return of;
        });
    }

    /** The desk is gone, and its timers with it. */
    void clearAll() {
        timers.values().forEach(Runnable::run);
        timers.clear();
    }
}
