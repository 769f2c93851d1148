package org.crossdesk.deploy.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.crossdesk.bot.smack.ClientException;

/** Tries again what a server is not yet ready for, within a bound. */
public final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    /** Something that may not succeed yet. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** Tries it. */
        T now() throws ClientException;
    }

    /** Tries until it succeeds; after {@code atMost} the last failure is thrown. */
    public static <T> T until(Duration atMost, Attempt<T> attempt) throws ClientException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                return attempt.now();
            } catch (ClientException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }
}
