package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DayOfLibrariesTest {
    private static final int LIBRARIES = 120;

    @Test
    void everyQuestionIsTakenOrComesToAnEndAndADayIsAlwaysTheSameDay() {
        DayCounts day = DayOfLibraries.of(LIBRARIES);
        assertThat(day.asked).isGreaterThan(LIBRARIES);
        assertThat(day.pickUps.size() + day.neverTaken + day.stillWaiting).isEqualTo(day.asked);
        assertThat(day.pickUps).allMatch(wait -> wait.compareTo(Duration.ofMinutes(11)) < 0);
        assertThat(day.withinTwentyWhereFree).isGreaterThan(day.someoneFree / 2);
        // Who waits longer than the ceiling has been offered an answer later.
        assertThat(day.laterOffered).isGreaterThanOrEqualTo(day.late + day.neverTaken);

        DayCounts again = DayOfLibraries.of(LIBRARIES);
        assertThat(again.pickUps).isEqualTo(day.pickUps);
    }
}
