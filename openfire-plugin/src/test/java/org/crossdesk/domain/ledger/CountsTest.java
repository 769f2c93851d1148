package org.crossdesk.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossdesk.domain.ledger.LedgerEntry.Kind;
import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void nothingHasHappened() {
        assertThat(Counts.NONE.of("asked")).isZero();
        assertThat(Counts.NONE.byName()).isEmpty();
    }

    @Test
    void countsByKindAndByLibrary() {
        Counts counts = Counts.NONE
                .plus(new LedgerEntry(Kind.ANSWERED_FOR, "uppsala.test", null, null))
                .plus(new LedgerEntry(Kind.ANSWERED_FOR, "tehran.test", null, null))
                .plus(new LedgerEntry(Kind.ANSWERED_FOR, "uppsala.test", null, null));
        assertThat(counts.of("answered-for")).isEqualTo(3);
        assertThat(counts.of("answered-for uppsala.test")).isEqualTo(2);
        assertThat(counts.of("answered-for tehran.test")).isEqualTo(1);
        assertThat(counts.of("answered-by")).isZero();
    }

    @Test
    void countsHowSessionsEnded() {
        Counts counts = Counts.NONE
                .plus(new LedgerEntry(Kind.CLOSED, "tehran.test", "ANSWERED", 4))
                .plus(new LedgerEntry(Kind.CLOSED, "tehran.test", "FOLLOW_UP_BY_ME", null));
        assertThat(counts.of("closed")).isEqualTo(2);
        assertThat(counts.of("closed answered")).isEqualTo(1);
        assertThat(counts.of("closed follow-up-by-me")).isEqualTo(1);
        assertThat(counts.of("closed READ 4")).isEqualTo(1);
    }
}
