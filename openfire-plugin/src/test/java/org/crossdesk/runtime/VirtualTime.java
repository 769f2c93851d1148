package org.crossdesk.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.crossdesk.domain.Sample;

/** A clock that stands still until the next thing that is due. */
final class VirtualTime implements InstantSource {
    private static final class Due implements Comparable<Due> {
        private final Instant at;
        private final long order;
        private final Runnable action;
        private boolean cancelled;

        private Due(Instant at, long order, Runnable action) {
            this.at = at;
            this.order = order;
            this.action = action;
        }

        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private Instant now = Sample.START;
    private long orders;

    @Override
    public Instant instant() {
        return now;
    }

    /** Does this after {@code delay}; running what is returned takes it back. */
    Runnable in(Duration delay, Runnable action) {
        return at(now.plus(delay), action);
    }

    Runnable at(Instant time, Runnable action) {
        Due due = new Due(time.isBefore(now) ? now : time, orders++, action);
        agenda.add(due);
        return () -> due.cancelled = true;
    }

    /** Lets so much time go by. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (next(end)) {
            // What is due has been done.
        }
        now = end;
    }

    /** Lets time go by until something is so; false if it is not so within {@code most}. */
    boolean until(BooleanSupplier so, Duration most) {
        Instant end = now.plus(most);
        while (!so.getAsBoolean()) {
            if (!next(end)) {
                return false;
            }
        }
        return true;
    }

    private boolean next(Instant end) {
        Due due = agenda.peek();
        if (due == null || due.at.isAfter(end)) {
            return false;
        }
        agenda.remove();
        now = due.at;
        if (!due.cancelled) {
            due.action.run();
        }
        return true;
    }
}
