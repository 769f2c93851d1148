package org.crossdesk.domain.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.crossdesk.domain.competence.HoursLine;
import org.crossdesk.domain.duty.Shift.Deed;
import org.crossdesk.domain.duty.Shift.State;
import org.crossdesk.protocol.competence.WorkingHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duty by working hours. */
class ShiftTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 09:00-17:00 Europe/Stockholm | 2026-11-27T07:59:00Z | false",
                "Mon-Fri 09:00-17:00 Europe/Stockholm | 2026-11-27T08:00:00Z | true",
                "Mon-Fri 09:00-17:00 Europe/Stockholm | 2026-11-27T15:59:00Z | true",
                "Mon-Fri 09:00-17:00 Europe/Stockholm | 2026-11-27T16:00:00Z | false",
                "Mon-Fri 09:00-17:00 Europe/Stockholm | 2026-11-28T12:00:00Z | false",
                // Over midnight, and over the end of the week.
                "Sun 22:00-06:00 Asia/Tehran | 2026-11-29T18:30:00Z | true",
                "Sun 22:00-06:00 Asia/Tehran | 2026-11-30T02:29:00Z | true",
                "Sun 22:00-06:00 Asia/Tehran | 2026-11-30T02:30:00Z | false",
                // The day on which the clocks are put back: nine in summer time, and nine in winter time.
                "Sat-Mon 09:00-10:00 Europe/Stockholm | 2026-10-24T07:30:00Z | true",
                "Sat-Mon 09:00-10:00 Europe/Stockholm | 2026-10-25T07:30:00Z | false",
                "Sat-Mon 09:00-10:00 Europe/Stockholm | 2026-10-25T08:30:00Z | true",
                "Mon 00:00-24:00 Europe/Stockholm | 2026-11-29T23:00:00Z | true",
                "Mon 00:00-24:00 Europe/Stockholm | 2026-11-30T22:59:00Z | true"
            })
    void hoursAreThoseOfThePlace(String line, Instant now, boolean within) {
        WorkingHours hours = HoursLine.read(line);
        assertThat(hours).isNotNull();
        assertThat(Shift.within(hours, now)).isEqualTo(within);
    }

    private static final class Day {
        private Shift shift = Shift.OFF;
        private boolean onDuty;
        private Instant now = NOW;

        Deed tick(boolean within, boolean there, int load) {
            Deed deed = shift.due(within, there, onDuty, load, now);
            shift = shift.after(deed, within, onDuty, now);
            onDuty = deed == Deed.COME || (onDuty && deed != Deed.GO);
            now = now.plusSeconds(60);
            return deed;
        }
    }

    @Test
    void theyComeWhenTheyAreThereAndGoAtTheEnd() {
        Day day = new Day();
        assertThat(day.tick(false, true, 0)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(true, false, 0)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(true, true, 0)).isEqualTo(Deed.COME);
        assertThat(day.tick(true, true, 2)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(false, true, 0)).isEqualTo(Deed.GO);
        assertThat(day.tick(false, true, 0)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(true, true, 0)).isEqualTo(Deed.COME);
    }

    @Test
    void sessionsMayEndAndNotForEver() {
        Day day = new Day();
        day.tick(true, true, 0);
        assertThat(day.tick(false, true, 1)).isEqualTo(Deed.WIND_DOWN);
        assertThat(day.tick(false, true, 1)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(false, true, 0)).isEqualTo(Deed.GO);
        day.tick(true, true, 0);
        day.tick(false, true, 1);
        day.now = day.now.plus(Shift.GRACE).minus(Duration.ofMinutes(2));
        assertThat(day.tick(false, true, 1)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(false, true, 1)).isEqualTo(Deed.GO);
    }

    @Test
    void whoLeavesStaysAwayUntilTheNextShift() {
        Day day = new Day();
        day.tick(true, true, 0);
        day.onDuty = false;
        day.shift = day.shift.leaving();
        assertThat(day.tick(true, true, 0)).isEqualTo(Deed.NOTHING);
        // Unless they come by themselves: then they go at the end.
        day.onDuty = true;
        day.tick(true, true, 0);
        assertThat(day.tick(false, true, 0)).isEqualTo(Deed.GO);
        assertThat(day.tick(true, true, 0)).isEqualTo(Deed.COME);
    }

    @Test
    void whoCameByThemselvesGoesAtTheEndToo() {
        Day day = new Day();
        day.onDuty = true;
        assertThat(day.tick(true, true, 0)).isEqualTo(Deed.NOTHING);
        assertThat(day.shift.state()).isEqualTo(State.ON);
        assertThat(day.tick(false, true, 0)).isEqualTo(Deed.GO);
    }

    @Test
    void whoseConnectionWasLostComesAgain() {
        Day day = new Day();
        day.tick(true, true, 0);
        // The desk leaves with the last client, and that is not their wish.
        day.onDuty = false;
        day.shift = Shift.OFF;
        assertThat(day.tick(true, false, 0)).isEqualTo(Deed.NOTHING);
        assertThat(day.tick(true, true, 0)).isEqualTo(Deed.COME);
    }
}
