package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.Alarm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScheduledAlarmsTest {
    private static final StateKey SESSION = new StateKey(StateKey.Kind.SESSION, "s");
    private static final Alarm STEP = new Alarm(Alarm.Kind.STEP, "1");
    private static final Alarm RESEND = new Alarm(Alarm.Kind.RESEND, "1");

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final BlockingQueue<Alarm> rang = new LinkedBlockingQueue<>();
    private final ScheduledAlarms alarms = new ScheduledAlarms(scheduler, (key, alarm) -> rang.add(alarm));

    ScheduledAlarmsTest() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void anAlarmGoesOff() throws InterruptedException {
        alarms.set(SESSION, STEP, Duration.ZERO);
        assertThat(rang.poll(10, TimeUnit.SECONDS)).isEqualTo(STEP);
    }

    @Test
    void anEqualOneTakesItsPlaceAndAnotherDoesNot() {
        alarms.set(SESSION, STEP, Duration.ofHours(1));
        alarms.set(SESSION, STEP, Duration.ofHours(2));
        alarms.set(SESSION, RESEND, Duration.ofHours(1));
        assertThat(scheduler.getQueue()).hasSize(2);
    }

    @Test
    void aStateThatLeavesHasNoAlarms() {
        alarms.set(SESSION, STEP, Duration.ofHours(1));
        alarms.set(SESSION, RESEND, Duration.ofHours(1));
        alarms.set(new StateKey(StateKey.Kind.SESSION, "other"), STEP, Duration.ofHours(1));
        alarms.clear(SESSION);
        alarms.clear(SESSION);
        assertThat(scheduler.getQueue()).hasSize(1);
    }

    @Test
    void oneThatWasNotHeardComesAgainUnlessTheServerStops() {
        alarms.again(SESSION, STEP);
        assertThat(scheduler.getQueue()).hasSize(1);
        scheduler.shutdownNow();
        alarms.again(SESSION, STEP);
        assertThat(scheduler.getQueue()).isEmpty();
    }
}
