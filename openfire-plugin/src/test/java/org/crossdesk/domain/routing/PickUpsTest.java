package org.crossdesk.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.crossdesk.domain.Sample;
import org.junit.jupiter.api.Test;

class PickUpsTest {
    private static final Instant NOW = Sample.START;

    private final PickUps pickUps = new PickUps();

    private void waited(int seconds, Duration ago) {
        Instant at = NOW.minus(ago);
        pickUps.taken(at.minusSeconds(seconds), at, null);
    }

    @Test
    void theMiddleOneOfTheLastHourIsToldAndNothingWhereItWouldBeAGuess() {
        waited(900, Duration.ofMinutes(61));
        waited(10, Duration.ofMinutes(59));
        waited(500, Duration.ofMinutes(20));
        assertThat(pickUps.medianSeconds(NOW)).isNull();
        waited(40, Duration.ofMinutes(1));
        assertThat(pickUps.medianSeconds(NOW)).isEqualTo(40);
        assertThat(pickUps.medianSeconds(NOW.plus(Duration.ofMinutes(30)))).isNull();
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 0; i < PickUps.MOST; i++) {
            waited(1_000, Duration.ofMinutes(10));
        }
        for (int i = 0; i < PickUps.MOST; i++) {
            waited(5, Duration.ofMinutes(5));
        }
        assertThat(pickUps.medianSeconds(NOW)).isEqualTo(5);
    }
}
