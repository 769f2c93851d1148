package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;

/**
 * How many operators ring for one question: one after the other, some at a time, or all who fit, of whom one claims it.
 *
 * @param all whether all ring
 * @param most so many at a time where not all do
 */
public record Ring(boolean all, int most) {
    /** One after the other. */
    public static final Ring ONE = new Ring(false, 1);

    /** All who fit; the first to claim the question has it. */
    public static final Ring ALL = new Ring(true, 1);

    /** Most at a time, short of all. */
    public static final int MOST_MAX = 64;

    public Ring {
        // So that there is one way to say all.
        most = all ? 1 : (int) Bounds.range("the number of operators who ring at a time", most, 1, MOST_MAX);
    }

    /** Reads {@code one}, {@code all} or a number. */
    public static Ring parse(String typed) {
        return switch (typed) {
            case "one" -> ONE;
            case "all" -> ALL;
            default -> {
                if (!typed.matches("[1-9]|[1-5][0-9]|6[0-4]")) {
                    throw new IllegalArgumentException(
                            "'" + typed + "' is no way to ring: write one, all, or a number up to " + MOST_MAX);
                }
                yield new Ring(false, Integer.parseInt(typed));
            }
        };
    }

    /** How many may ring at a time; whoever comes on duty meanwhile is one of all. */
    public int atATime() {
        return all ? Integer.MAX_VALUE : most;
    }

    @Override
    public String toString() {
        return all ? "all" : most == 1 ? "one" : Integer.toString(most);
    }
}
