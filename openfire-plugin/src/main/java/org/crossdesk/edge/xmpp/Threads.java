package org.crossdesk.edge.xmpp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk's own threads, which keep no server from stopping. */
final class Threads {
    private static final int IDLE_SECONDS = 30;

    private Threads() {}

    /** One thread, which does things in order and at their time. */
    static ScheduledExecutorService one(String name) {
        return Executors.newSingleThreadScheduledExecutor(named(name));
    }

    /** As many as are needed, up to {@code most}; those that have had nothing to do for a while end. */
    static ExecutorService upTo(int most, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
