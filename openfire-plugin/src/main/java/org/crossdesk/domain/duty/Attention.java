package org.crossdesk.domain.duty;

/**
 * Whether an operator on duty is to be rung. Who lets {@link #MISSED_MAX} offers in a row go by is asked whether they
 * are there, and is away until they show themselves: a closed laptop keeps no patron waiting.
 *
 * @param paused whether they take a pause
 * @param missed how many offers in a row have gone by
 */
public record Attention(boolean paused, int missed) {
    /** They are there. */
    public static final Attention THERE = new Attention(false, 0);

    /** So many offers in a row may go by. */
    public static final int MISSED_MAX = 2;

    /** Whether they are not to be rung. */
    public boolean away() {
        return paused || doubtful();
    }

    /** Whether it is in doubt that they are there. */
    public boolean doubtful() {
        return missed >= MISSED_MAX;
    }

    /** An offer has gone by. */
    public Attention missing() {
        return new Attention(paused, Math.min(missed + 1, MISSED_MAX));
    }

    /** They have done something. */
    public Attention shown() {
        return new Attention(paused, 0);
    }

    /** They take a pause, or end it. */
    public Attention pausing(boolean pause) {
        return new Attention(pause, 0);
    }
}
