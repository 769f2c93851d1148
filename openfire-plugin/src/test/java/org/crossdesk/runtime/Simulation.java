package org.crossdesk.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs worlds of many seeds, two at a time. The program of {@code ./crossdesk simulate}: {@code seed N},
 * {@code seeds FROM TO} or {@code minutes M}.
 */
public final class Simulation {
    private static final int WORKERS = 2;
    private static final int SEEDS_AT_A_TIME = 1_000;
    private static final long NANOS_OF_A_MINUTE = 60_000_000_000L;

    private Simulation() {}

    /** The first seed of these whose world broke an invariant, if one did. */
    static @Nullable Long broken(long from, long to, PlantedBug bug) {
        AtomicLong next = new AtomicLong(from);
        List<Long> broken = Collections.synchronizedList(new ArrayList<>());
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Thread worker = new Thread(
                    () -> {
                        for (long seed = next.getAndIncrement();
                                seed <= to && broken.isEmpty();
                                seed = next.getAndIncrement()) {
                            if (breaks(seed, bug)) {
                                broken.add(seed);
                            }
                        }
                    },
                    "simulation-" + i);
            worker.start();
            workers.add(worker);
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while simulating", e);
        }
        return broken.isEmpty() ? null : Collections.min(broken);
    }

    private static boolean breaks(long seed, PlantedBug bug) {
        try {
            World.storm(seed, bug);
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }

    /** What happened in the world of this seed, in words. */
    static String story(long seed, PlantedBug bug) {
        return "seed " + seed + " (replay: ./crossdesk simulate --seed " + seed + ")\n"
                + String.join("\n", World.traced(seed, bug));
    }

    /** See the class. Exits with 1 where an invariant is broken. */
    public static void main(String[] words) {
        // A simulated disk that is full is no news.
        Logger.getRootLogger().setLevel(Level.OFF);
        Logger.getLogger("org.crossdesk").setLevel(Level.OFF);
        boolean held = switch (words[0]) {
            case "seed" -> tell(Long.parseLong(words[1]));
            case "seeds" -> run(Long.parseLong(words[1]), Long.parseLong(words[2]));
            case "minutes" -> goOn(Long.parseLong(words[1]));
            default -> throw new IllegalArgumentException("seed N, seeds FROM TO or minutes M");
        };
        System.exit(held ? 0 : 1);
    }

    private static boolean tell(long seed) {
        System.out.println(story(seed, PlantedBug.NONE));
        return !breaks(seed, PlantedBug.NONE);
    }

    private static boolean run(long from, long to) {
        long begun = System.nanoTime();
        Long broken = broken(from, to, PlantedBug.NONE);
        if (broken != null) {
            System.out.println(story(broken, PlantedBug.NONE));
            return false;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                java.util.Locale.ROOT,
                "seeds %d to %d: every invariant held (%.0f seeds a second)%n",
                from,
                to,
                (to - from + 1) / seconds);
        return true;
    }

    private static boolean goOn(long minutes) {
        long end = System.nanoTime() + minutes * NANOS_OF_A_MINUTE;
        long from = System.currentTimeMillis();
        while (System.nanoTime() < end) {
            if (!run(from, from + SEEDS_AT_A_TIME - 1)) {
                return false;
            }
            from += SEEDS_AT_A_TIME;
        }
        return true;
    }
}
