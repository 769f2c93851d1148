package org.crossdesk.runtime;

import java.time.Duration;
import org.crossdesk.domain.Alarm;

/** Nothing goes off. */
final class NoAlarms implements Alarms {
    @Override
    public void set(StateKey key, Alarm alarm, Duration delay) {}

    @Override
    public void again(StateKey key, Alarm alarm) {}

    @Override
    public void clear(StateKey key) {}

    @Override
    public void later(Runnable task) {}
}
