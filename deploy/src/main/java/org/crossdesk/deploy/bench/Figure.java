package org.crossdesk.deploy.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param name what was measured
 * @param value how much it was
 * @param unit of what
 * @param goal what it should be, if anything is asked of it
 */
public record Figure(
        String name, double value, String unit, @Nullable Goal goal) {
    /** A bound on a number. */
    public record Goal(Side side, double bound) {
        /** Which side of the bound is good. */
        public enum Side {
            AT_MOST,
            AT_LEAST
        }

        boolean metBy(double value) {
            return side == Side.AT_MOST ? value <= bound : value >= bound;
        }

        @Override
        public String toString() {
            return (side == Side.AT_MOST ? "≤ " : "≥ ") + Figure.shown(bound);
        }
    }

    /** A number that stands for itself. */
    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, null);
    }

    Figure atMost(double bound) {
        return new Figure(name, value, unit, new Goal(Goal.Side.AT_MOST, bound));
    }

    Figure atLeast(double bound) {
        return new Figure(name, value, unit, new Goal(Goal.Side.AT_LEAST, bound));
    }

    /** Whether the goal is met; without one it is. A number that could not be had (NaN) meets none. */
    public boolean met() {
        return goal == null || goal.metBy(value);
    }

    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 || Math.abs(value) >= 1_000
                ? "%.0f".formatted(value)
                : "%.3f".formatted(value);
    }
}
