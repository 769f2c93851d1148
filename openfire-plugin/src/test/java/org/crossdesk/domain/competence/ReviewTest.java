package org.crossdesk.domain.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossdesk.domain.Sample;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final String NORTH = Sample.ASK_NORTH.domain();

    @Test
    void whoMayFindSomebodyIsTheirOwnChoice() {
        assertThat(Review.NONE.visibleTo(NORTH)).isTrue();
        assertThat(Review.NONE.found(true).visibleTo(NORTH)).isFalse();
        Review some = Review.NONE.foundBy(List.of(Sample.ASK_NORTH));
        assertThat(some.visibleTo(NORTH)).isTrue();
        assertThat(some.visibleTo(Sample.UPPSALA.domain())).isFalse();
        assertThat(some.found(false).visibleTo(Sample.UPPSALA.domain())).isTrue();
        assertThat(some.confirmed(Sample.START, "britta@uppsala.test").visibleTo(Sample.UPPSALA.domain()))
                .as("a review changes nothing of it")
                .isFalse();
    }
}
