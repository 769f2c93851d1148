package org.crossdesk.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.LedgerEntry.Kind;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private final Statistics statistics = new Statistics();

    private void happens(Kind kind, Address service, Instant at) {
        statistics.count(new LedgerEntry(kind, "uppsala.test", null, null).measured(Measure.at(service, at)));
    }

    private void answered(Kind kind, Address service, int seconds, Instant at) {
        statistics.count(new LedgerEntry(kind, "uppsala.test", null, null)
                .measured(Measure.ofWait(service, at.minusSeconds(seconds), at)));
    }

    private List<Tallied> all() {
        return statistics.standing().tallies();
    }

    @Test
    void eachThingCountsInItsHalfHourOnItsSide() {
        happens(Kind.ASKED, UPPSALA_DESK, START);
        happens(Kind.QUESTION_CAME, UPPSALA_DESK, START);
        answered(Kind.ANSWERED_BY, UPPSALA_DESK, 20, START.plusSeconds(1_799));
        happens(Kind.FOLLOW_UP, UPPSALA_DESK, START.plusSeconds(1_800));
        happens(Kind.CLOSED, UPPSALA_DESK, START.plusSeconds(1_800));
        happens(Kind.TRANSFERRED_TO, UPPSALA_DESK, START.plusSeconds(1_800));
        long first = Tallied.halfHour(START);
        Waits twenty = Waits.NONE.plus(20);
        assertThat(all())
                .containsExactly(
                        new Tallied(UPPSALA_DESK, Side.PATRONS, first, new Tally(1, 1, 0, 0, 0, twenty)),
                        new Tallied(UPPSALA_DESK, Side.STAFF_ROOM, first, new Tally(1, 0, 0, 0, 0, Waits.NONE)),
                        new Tallied(UPPSALA_DESK, Side.PATRONS, first + 1, new Tally(0, 0, 1, 1, 1, Waits.NONE)));
    }

    @Test
    void theStaffRoomHasItsOwn() {
        answered(Kind.QUESTION_TAKEN, ASK_NORTH, 5, START);
        happens(Kind.QUESTION_PASSED_ON, ASK_NORTH, START);
        happens(Kind.QUESTION_LEFT, ASK_NORTH, START);
        happens(Kind.HANDOVER_CAME, ASK_NORTH, START);
        assertThat(all())
                .extracting(Tallied::side, Tallied::tally)
                .containsExactly(tuple(Side.STAFF_ROOM, new Tally(0, 1, 1, 1, 1, Waits.NONE.plus(5))));
    }

    @Test
    void whatHasNoMeasureIsNotCountedByTime() {
        for (Kind kind : Kind.values()) {
            statistics.count(new LedgerEntry(kind, "uppsala.test", null, null));
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsFiledIsForgottenUnlessItHasChanged() {
        happens(Kind.ASKED, UPPSALA_DESK, START);
        happens(Kind.ASKED, ASK_NORTH, START);
        happens(Kind.ASKED, UPPSALA_DESK, START.plusSeconds(1_800));
        assertThat(statistics.over(START.plusSeconds(1_799))).isEmpty();
        List<Tallied> over = statistics.over(START.plusSeconds(1_800));
        assertThat(over).extracting(Tallied::service).containsExactly(UPPSALA_DESK, ASK_NORTH);
        happens(Kind.ASKED, ASK_NORTH, START);
        statistics.filed(over);
        assertThat(all())
                .extracting(Tallied::service, one -> one.tally().questions())
                .containsExactly(tuple(ASK_NORTH, 2), tuple(UPPSALA_DESK, 1));
    }

    @Test
    void whatStandsIsAllThereIsAndCountingGoesOn() {
        happens(Kind.ASKED, UPPSALA_DESK, START);
        Statistics.Standing standing = statistics.standing();
        happens(Kind.ASKED, ASK_NORTH, START);
        statistics.stand(standing);
        assertThat(statistics.standing()).isEqualTo(standing);
        happens(Kind.ASKED, UPPSALA_DESK, START);
        assertThat(all()).extracting(one -> one.tally().questions()).containsExactly(2);
    }

    @Test
    void whereNothingCanBeFiledTheOldestGo() {
        IntStream.rangeClosed(0, Statistics.UNFILED_MAX)
                .forEach(i -> happens(Kind.ASKED, UPPSALA_DESK, START.plus(Duration.ofMinutes(30L * i))));
        assertThat(all())
                .hasSize(Statistics.UNFILED_MAX)
                .first()
                .extracting(Tallied::halfHour)
                .isEqualTo(Tallied.halfHour(START) + 1);
    }

    @Test
    void hoursAndDaysAreThoseOfThePlace() {
        // 09:00Z is half past twelve in Tehran.
        happens(Kind.ASKED, UPPSALA_DESK, Instant.parse("2026-11-23T09:00:00Z"));
        happens(Kind.ASKED, UPPSALA_DESK, Instant.parse("2026-11-23T09:30:00Z"));
        happens(Kind.ASKED, UPPSALA_DESK, Instant.parse("2026-11-23T20:00:00Z"));
        happens(Kind.ASKED, UPPSALA_DESK, Instant.parse("2026-11-23T20:30:00Z"));
        ZoneId tehran = ZoneId.of("Asia/Tehran");
        assertThat(Summary.of(all(), tehran, Summary.By.HOUR))
                .extracting(Summary.Row::from, row -> row.tally().questions())
                .containsExactly(
                        tuple(LocalDateTime.parse("2026-11-23T12:00"), 1),
                        tuple(LocalDateTime.parse("2026-11-23T13:00"), 1),
                        tuple(LocalDateTime.parse("2026-11-23T23:00"), 1),
                        tuple(LocalDateTime.parse("2026-11-24T00:00"), 1));
        List<Summary.Row> days = Summary.of(all(), tehran, Summary.By.DAY);
        assertThat(days)
                .extracting(Summary.Row::from, row -> row.tally().questions())
                .containsExactly(
                        tuple(LocalDateTime.parse("2026-11-23T00:00"), 3),
                        tuple(LocalDateTime.parse("2026-11-24T00:00"), 1));
        assertThat(Summary.total(days).questions()).isEqualTo(4);
    }

    @Test
    void percentilesAreOfWhoWaited() {
        assertThat(Waits.NONE.percentile(50)).isNull();
        Waits waits = Waits.NONE;
        for (int seconds = 1; seconds <= 100; seconds++) {
            waits = waits.plus(seconds);
        }
        assertThat(waits.count()).isEqualTo(100);
        assertThat(waits.percentile(50)).isEqualTo(50);
        assertThat(waits.percentile(90)).isEqualTo(90);
        assertThat(waits.percentile(100)).isEqualTo(100);
        assertThat(Waits.NONE.plus(7).percentile(50)).isEqualTo(7);
        assertThat(waits.plus(waits).percentile(90)).isEqualTo(90);
    }

    @Test
    void waitsTakeBoundedRoom() {
        Waits waits = Waits.NONE;
        for (int seconds = -5; seconds < 200_000; seconds += 7) {
            waits = waits.plus(seconds);
        }
        assertThat(waits.bySeconds()).hasSizeLessThan(450);
        assertThat(waits.bySeconds().keySet()).allMatch(seconds -> seconds >= 0 && seconds <= 86_400);
        assertThat(Waits.NONE.plus(123).bySeconds()).containsOnlyKeys(120);
        assertThat(Waits.NONE.plus(659).bySeconds()).containsOnlyKeys(600);
        assertThat(Waits.NONE.plus(4_300).bySeconds()).containsOnlyKeys(4_200);
    }
}
