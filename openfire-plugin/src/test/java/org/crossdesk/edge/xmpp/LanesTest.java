package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final int SOON_SECONDS = 10;

    private final ExecutorService workers = Executors.newFixedThreadPool(3);
    private final Lanes lanes = new Lanes(workers);

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void whatGoesToADomainThatHangsKeepsNobodyElseWaitingAndKeepsItsOrder() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(3);
        List<String> sent = new CopyOnWriteArrayList<>();
        for (String domain : List.of("a.test", "b.test")) {
            lanes.send(domain, () -> await(hangs));
            for (int i = 0; i < 3; i++) {
                int number = i;
                lanes.send(domain, () -> sent.add(domain + number));
            }
        }
        for (int i = 0; i < 3; i++) {
            lanes.send("c.test", done::countDown);
        }
        assertThat(done.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).isEmpty();
        hangs.countDown();
        CountDownLatch last = new CountDownLatch(2);
        lanes.send("a.test", last::countDown);
        lanes.send("b.test", last::countDown);
        assertThat(last.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).containsSubsequence("a.test0", "a.test1", "a.test2");
        assertThat(sent).containsSubsequence("b.test0", "b.test1", "b.test2");
    }

    @Test
    void whatIsSentAtOnceWaitsOnlyBehindWhatWaits() throws Exception {
        List<String> sent = new CopyOnWriteArrayList<>();
        Thread caller = Thread.currentThread();
        lanes.sendNow("a.test", () -> {
            sent.add(Thread.currentThread() == caller ? "at once" : "later");
            lanes.send("a.test", () -> sent.add("caused by it"));
            sent.add("to its end");
        });
        CountDownLatch first = new CountDownLatch(1);
        lanes.send("a.test", first::countDown);
        assertThat(first.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).containsExactly("at once", "to its end", "caused by it");

        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        lanes.send("b.test", () -> await(hangs));
        lanes.send("b.test", () -> sent.add("waits"));
        lanes.sendNow("b.test", () -> {
            sent.add(Thread.currentThread() == caller ? "overtakes" : "behind");
            last.countDown();
        });
        hangs.countDown();
        assertThat(last.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).endsWith("waits", "behind");
    }

    @Test
    void aFullLaneDropsWhatComesAndGoesOn() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(Lanes.LANE_MAX_STANZAS);
        CountDownLatch begun = new CountDownLatch(1);
        lanes.send("a.test", () -> {
            begun.countDown();
            await(hangs);
        });
        assertThat(begun.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        List<Integer> over = new CopyOnWriteArrayList<>();
        for (int i = 0; i < Lanes.LANE_MAX_STANZAS; i++) {
            lanes.send("a.test", sent::countDown);
        }
        lanes.send("a.test", () -> over.add(1));
        hangs.countDown();
        assertThat(sent.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        CountDownLatch later = new CountDownLatch(1);
        lanes.send("a.test", later::countDown);
        assertThat(later.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(over).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(SOON_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
