package org.crossdesk.edge.command;

import java.time.Duration;

/**
 * How many forms may lie open.
 *
 * @param perCallerMax of one account; a further one closes its oldest
 * @param totalMax of everybody; a further one is refused
 * @param life how long one stays open
 */
public record CommandLimits(int perCallerMax, int totalMax, Duration life) {
    /** Enough for every dialog that a person has on the screen, and a coffee. */
    public static final CommandLimits DEFAULT = new CommandLimits(8, 2_000, Duration.ofMinutes(15));

    public CommandLimits {
        if (perCallerMax < 1 || totalMax < 1 || life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("limits that allow no command at all");
        }
    }
}
