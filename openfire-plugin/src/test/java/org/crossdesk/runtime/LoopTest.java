package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopTest {
    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final Turns turns = new Turns();
    private final Loop loop = loop(1_000, 10);

    @Test
    void oneTurnTakesWhatWaitsInOrderWritesOnceAndThenActs() {
        submit("a");
        submit("b");
        submit("c");
        assertThat(loop.turn()).isTrue();
        assertThat(happened).containsExactly("a", "b", "c", "written", "carried out");
        assertThat(loop.turn()).as("nothing waits").isFalse();
    }

    @Test
    void aTurnTakesOnlySoMuch() {
        Loop large = loop(1_000, 1_000);
        for (int i = 0; i < Loop.TURN_MAX_TASKS + 1; i++) {
            large.submit("s", turn -> happened.add("event"), () -> {});
        }
        assertThat(large.turn()).isTrue();
        assertThat(happened).hasSize(Loop.TURN_MAX_TASKS + 2);
        assertThat(large.turn()).isTrue();
        assertThat(large.turn()).isFalse();
    }

    @Test
    void anEventThatBreaksStopsNeitherTheOthersNorTheLoop() {
        submit("a");
        loop.submit("broken", turn -> broken(), () -> happened.add("broken failed"));
        submit("b");
        loop.turn();
        submit("c");
        loop.turn();
        assertThat(happened)
                .containsExactly("a", "broken failed", "b", "written", "carried out", "c", "written", "carried out");
    }

    @Test
    void whatCanNotBeWrittenIsTakenBackAndEverybodyHearsIt() {
        turns.failure = new JournalException("full", new IOException());
        submit("a");
        submit("b");
        loop.turn();
        assertThat(happened).containsExactly("a", "b", "rolled back", "a failed", "b failed");
        turns.failure = null;
        submit("c");
        loop.turn();
        assertThat(happened).endsWith("c", "written", "carried out");
    }

    @Test
    void aJournalThatBreaksInAnyOtherWayIsNoDifferent() {
        turns.failure = new IllegalStateException("a bug");
        submit("a");
        loop.turn();
        assertThat(happened).containsExactly("a", "rolled back", "a failed");
    }

    @Test
    void aRefusalThatBreaksStopsNeitherTheOthersNorTheLoop() {
        turns.failure = new JournalException("full", new IOException());
        loop.submit("a", turn -> happened.add("a"), LoopTest::broken);
        submit("b");
        loop.turn();
        assertThat(happened).containsExactly("a", "b", "rolled back", "b failed");
    }

    @Test
    void thereIsRoomForSoManyEventsOfOneSource() {
        for (int i = 0; i < 10; i++) {
            assertThat(submit("talkative")).isTrue();
        }
        assertThat(submit("talkative")).isFalse();
        assertThat(submit("another")).isTrue();
        loop.turn();
        assertThat(submit("talkative")).isTrue();
        assertThat(happened).filteredOn("talkative"::equals).hasSize(10);
    }

    @Test
    void thereIsRoomForSoManyEventsOfAll() {
        Loop small = loop(2, 10);
        assertThat(small.submit("a", turn -> {}, () -> {})).isTrue();
        assertThat(small.submit("b", turn -> {}, () -> {})).isTrue();
        assertThat(small.submit("c", turn -> {}, () -> {})).isFalse();
        small.turn();
        assertThat(small.submit("c", turn -> {}, () -> {})).isTrue();
    }

    @Test
    void stopWaitsForWhatIsHereAndTakesNothingMore() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        loop.start();
        loop.submit("slow", turn -> waitFor(busy, go), () -> {});
        busy.await();
        submit("a");
        submit("b");
        go.countDown();
        loop.stop();
        assertThat(happened).contains("a", "b");
        assertThat(happened).endsWith("written", "carried out");
        assertThat(submit("late")).isFalse();
        loop.stop();
        assertThat(happened).doesNotContain("late");
    }

    @Test
    void whatALoopNeverGotToIsRefusedWhenItStops() throws InterruptedException {
        submit("a");
        loop.stop();
        assertThat(happened).containsExactly("a failed");
    }

    private boolean submit(String what) {
        return loop.submit(what, turn -> happened.add(what), () -> happened.add(what + " failed"));
    }

    private static void waitFor(CountDownLatch busy, CountDownLatch go) {
        busy.countDown();
        try {
            assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void broken() {
        throw new IllegalStateException("a bug");
    }

    private Loop loop(int all, int ofOneSource) {
        DeskLimits limits = new DeskLimits(1, 5, 1, all, ofOneSource, 1, 9);
        return new Loop(limits, () -> Sample.START.plus(Duration.ofSeconds(1)), () -> Sample.token(1), turns);
    }

    private final class Turns implements Loop.Turns {
        @Override
        public void hearOwn(Turn turn) {
            // Nothing here is sent to itself.
        }

        private Exception failure;

        @Override
        public void write(Turn turn) throws JournalException {
            if (failure instanceof JournalException journal) {
                throw journal;
            }
            if (failure instanceof RuntimeException bug) {
                throw bug;
            }
            happened.add("written");
        }

        @Override
        public void carryOut(Turn turn) {
            happened.add("carried out");
        }

        @Override
        public void rollBack(Turn turn) {
            happened.add("rolled back");
        }
    }
}
