package org.crossdesk.runtime;

import java.time.Duration;
import java.util.Random;

/** What becomes of stanzas between two libraries. */
final class Weather {
    private final Random random;
    private double loss;
    private double doubling;
    private int mostDelayMillis = 1;
    private boolean keepsOrder = true;

    private Weather(Random random) {
        this.random = random;
    }

    /** Everything arrives, once, in order, after a few milliseconds. */
    static Weather fair(long seed) {
        return new Weather(new Random(seed));
    }

    /** Some of it is lost, some comes twice, all of it late, and in any order. */
    void turnBad() {
        loss = 0.12;
        doubling = 0.08;
        mostDelayMillis = 2_500;
        keepsOrder = false;
    }

    void turnFair() {
        loss = 0;
        doubling = 0;
        mostDelayMillis = 20;
        keepsOrder = true;
    }

    boolean loses() {
        return random.nextDouble() < loss;
    }

    boolean doubles() {
        return random.nextDouble() < doubling;
    }

    boolean keepsOrder() {
        return keepsOrder;
    }

    Duration delay() {
        return Duration.ofMillis(1 + random.nextInt(mostDelayMillis));
    }

    /** For decisions that are to differ from seed to seed. */
    Random random() {
        return random;
    }
}
