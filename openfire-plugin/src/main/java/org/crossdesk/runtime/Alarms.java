package org.crossdesk.runtime;

import java.time.Duration;
import org.crossdesk.domain.Alarm;

/** Timers. An alarm comes back by {@link Desk#rang}. */
public interface Alarms {
    /** Sets an alarm of this state, in place of an equal one. */
    void set(StateKey key, Alarm alarm, Duration delay);

    /** Lets an alarm that could not be heard go off once more, a little later. From any thread. */
    void again(StateKey key, Alarm alarm);

    /** Does something that could not be done now a little later. From any thread. */
    void later(Runnable task);

    /** Takes back every alarm of this state. */
    void clear(StateKey key);
}
