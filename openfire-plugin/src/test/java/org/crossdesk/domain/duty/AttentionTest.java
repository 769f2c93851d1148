package org.crossdesk.domain.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttentionTest {
    @Test
    void whoLetsTwoOffersInARowGoByIsAwayUntilTheyShowThemselves() {
        Attention once = Attention.THERE.missing();
        assertThat(once.away()).isFalse();
        assertThat(once.shown().missing().away()).as("not in a row").isFalse();
        Attention twice = once.missing();
        assertThat(twice.away()).isTrue();
        assertThat(twice.missing()).as("bounded").isEqualTo(twice);
        assertThat(twice.shown()).isEqualTo(Attention.THERE);
    }

    @Test
    void aPauseLastsUntilItIsEnded() {
        Attention paused = Attention.THERE.pausing(true);
        assertThat(paused.shown().away()).isTrue();
        assertThat(paused.doubtful()).isFalse();
        assertThat(paused.pausing(false)).isEqualTo(Attention.THERE);
    }
}
