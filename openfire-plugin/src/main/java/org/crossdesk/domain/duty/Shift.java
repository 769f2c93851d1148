package org.crossdesk.domain.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.crossdesk.protocol.competence.WorkingHours;
import org.jspecify.annotations.Nullable;

/**
 * One operator's duty at one service by their working hours: they come when their hours begin and they are there, and go
 * when the hours end, with some grace while they have sessions. Whoever leaves within their hours stays away until the
 * next.
 *
 * @param state how far it has come
 * @param overSince when the hours ended, while it winds down
 */
public record Shift(State state, @Nullable Instant overSince) {
    /** How far a shift has come. */
    public enum State {
        OFF,
        ON,
        /** The hours are over, and sessions are not. */
        WINDING_DOWN,
        /** They have left before the end. */
        LEFT
    }

    /** What is to be done. */
    public enum Deed {
        NOTHING,
        COME,
        /** They are to be rung no more. */
        WIND_DOWN,
        GO
    }

    /** So long they stay for their sessions. */
    public static final Duration GRACE = Duration.ofMinutes(30);

    /** Before the first hours. */
    public static final Shift OFF = new Shift(State.OFF, null);

    private static final int MINUTES_OF_DAY = 24 * 60;

    /** Whether these are hours of work at that time. */
    public static boolean within(WorkingHours hours, Instant now) {
        ZonedDateTime there = now.atZone(ZoneId.of(hours.zone()));
        int today = there.getDayOfWeek().getValue() - 1;
        int minute = there.getHour() * 60 + there.getMinute();
        return hours.times().stream().anyMatch(time -> {
            int day = time.day().ordinal();
            boolean overnight = time.to() <= time.from();
            int to = overnight ? MINUTES_OF_DAY : time.to();
            boolean begun = day == today && minute >= time.from() && minute < to;
            boolean fromYesterday = overnight && (day + 1) % 7 == today && minute < time.to();
            return begun || fromYesterday;
        });
    }

    /**
     * What is to be done now.
     *
     * @param within whether these are their hours
     * @param there whether a client of theirs is
     * @param onDuty whether they are on duty there
     * @param load the sessions they have
     */
    public Deed due(boolean within, boolean there, boolean onDuty, int load, Instant now) {
        if (within) {
            return there && !onDuty && state == State.OFF ? Deed.COME : Deed.NOTHING;
        }
        // Who had left and is there has come again.
        boolean hadHours = state == State.ON || state == State.LEFT;
        if (hadHours && onDuty && load > 0) {
            return Deed.WIND_DOWN;
        }
        boolean graceOver = overSince != null && !now.isBefore(overSince.plus(GRACE));
        boolean go = hadHours || (state == State.WINDING_DOWN && (load == 0 || graceOver));
        return go && onDuty ? Deed.GO : Deed.NOTHING;
    }

    /** The shift after that. */
    public Shift after(Deed deed, boolean within, boolean onDuty, Instant now) {
        return switch (deed) {
            case COME -> new Shift(State.ON, null);
            case WIND_DOWN -> new Shift(State.WINDING_DOWN, now);
            case GO -> OFF;
            case NOTHING -> {
                if (!within) {
                    yield state == State.WINDING_DOWN && onDuty ? this : OFF;
                }
                yield state == State.WINDING_DOWN || onDuty ? new Shift(State.ON, null) : this;
            }
        };
    }

    /** They have left by themselves. */
    public Shift leaving() {
        return new Shift(State.LEFT, null);
    }
}
