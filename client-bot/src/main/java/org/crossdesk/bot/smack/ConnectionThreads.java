package org.crossdesk.bot.smack;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * The threads that Smack makes for one connection. Its {@code disconnect} returns when they have said that they are
 * about to end; who counts threads wants them ended.
 */
final class ConnectionThreads {
    private static final long END_MAX_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private static final System.Logger LOG = System.getLogger(ConnectionThreads.class.getName());

    private ConnectionThreads() {}

    /** Waits until the threads of Smack's connection of this number have ended. */
    static void awaitEnd(int connection) {
        String suffix = " (" + connection + ")";
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            boolean ours =
                    thread.getName().startsWith("Smack ") && thread.getName().endsWith(suffix);
            if (ours && thread != Thread.currentThread() && !ended(thread)) {
                LOG.log(Level.WARNING, "event=thread-still-running thread=" + thread.getName());
            }
        }
    }

    private static boolean ended(Thread thread) {
        try {
            thread.join(END_MAX_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
