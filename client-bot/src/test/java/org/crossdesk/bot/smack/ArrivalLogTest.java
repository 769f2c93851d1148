package org.crossdesk.bot.smack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ArrivalLogTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ArrivalLog<String> log = new ArrivalLog<>();

    @Test
    void keepsTheOrderOfArrival() {
        log.add("a");
        log.add("b");
        log.add("c");

        assertThat(log.all()).containsExactly("a", "b", "c");
        assertThat(log.since(1)).containsExactly("b", "c");
        assertThat(log.since(3)).isEmpty();
        assertThat(log.end()).isEqualTo(3);
    }

    @Test
    void findsTheFirstThatFitsAndSaysWhereToGoOn() throws InterruptedException {
        log.add("apple");
        log.add("bear");
        log.add("acorn");

        var first = log.await(0, text -> text.startsWith("a"), SHORT).orElseThrow();
        var second =
                log.await(first.next(), text -> text.startsWith("a"), SHORT).orElseThrow();

        assertThat(first.value()).isEqualTo("apple");
        assertThat(first.next()).isEqualTo(1);
        assertThat(second.value()).isEqualTo("acorn");
        assertThat(second.next()).isEqualTo(3);
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        log.add("a");

        assertThat(log.await(0, "b"::equals, SHORT)).isEmpty();
        assertThat(log.await(0, "a"::equals, Duration.ZERO)).isPresent();
        assertThat(log.awaitCount(2, SHORT)).isFalse();
    }

    @Test
    @Timeout(30)
    void wakesWhoWaits() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Future<ArrivalLog.Found<String>> one =
                    readers.submit(() -> log.await(0, "z"::equals, LONG).orElseThrow());
            Future<Boolean> two = readers.submit(() -> log.awaitCount(2, LONG));
            log.add("y");
            log.add("z");

            assertThat(one.get(20, TimeUnit.SECONDS).next()).isEqualTo(2);
            assertThat(two.get(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void forgetsTheOldestBeyondItsBoundAndKeepsTheNumbers() throws InterruptedException {
        ArrivalLog<Integer> small = new ArrivalLog<>(3);
        for (int i = 0; i < 10; i++) {
            small.add(i);
        }

        assertThat(small.all()).containsExactly(7, 8, 9);
        assertThat(small.start()).isEqualTo(7);
        assertThat(small.end()).isEqualTo(10);
        assertThat(small.since(8)).containsExactly(8, 9);
        assertThat(small.await(0, number -> number >= 8, SHORT).orElseThrow().next())
                .isEqualTo(9);
    }

    @Test
    void aListenersFaultReachesNobodyElse() {
        List<String> heard = new ArrayList<>();
        java.util.logging.Logger quiet = java.util.logging.Logger.getLogger(ArrivalLog.class.getName());
        quiet.setLevel(java.util.logging.Level.OFF);
        log.listen(text -> {
            throw new IllegalStateException("a fault");
        });
        log.listen(heard::add);

        log.add("a");
        log.add("b");

        assertThat(heard).containsExactly("a", "b");
        assertThat(log.all()).containsExactly("a", "b");
        quiet.setLevel(null);
    }

    @Test
    @Timeout(30)
    void manyReadersSeeEverythingOnceAndInOrder() throws Exception {
        int entries = 5_000;
        int count = 4;
        ExecutorService readers = Executors.newFixedThreadPool(count);
        CountDownLatch ready = new CountDownLatch(count);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int reader = 0; reader < count; reader++) {
                all.add(readers.submit(() -> {
                    List<String> seen = new ArrayList<>();
                    ready.countDown();
                    for (long place = 0; place < entries; ) {
                        var found = log.await(place, text -> true, LONG).orElseThrow();
                        seen.add(found.value());
                        place = found.next();
                    }
                    return seen;
                }));
            }
            ready.await();
            List<String> written = new ArrayList<>();
            for (int i = 0; i < entries; i++) {
                written.add("m" + i);
                log.add("m" + i);
            }
            for (Future<List<String>> reader : all) {
                assertThat(reader.get(20, TimeUnit.SECONDS)).isEqualTo(written);
            }
        } finally {
            readers.shutdownNow();
        }
    }
}
