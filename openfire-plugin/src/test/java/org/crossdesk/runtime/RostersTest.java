package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;

import org.crossdesk.domain.duty.OnDuty;
import org.junit.jupiter.api.Test;

class RostersTest {
    private final Rosters rosters = new Rosters();

    @Test
    void whoseDeskIsSilentIsNotCountedUntilItAnswers() {
        rosters.change(ASK_NORTH, roster -> roster.with(onDuty(SHIRIN, speaks("fa"))));
        rosters.change(ASK_NORTH, roster -> roster.with(onDuty(AINO, speaks("fi"))));
        assertThat(rosters.silent(SHIRIN.domain(), true)).containsExactly(ASK_NORTH);
        assertThat(rosters.silent(SHIRIN.domain(), true)).as("known already").isEmpty();
        assertThat(rosters.of(ASK_NORTH).operators())
                .extracting(OnDuty::operator)
                .containsExactly(AINO);

        // What her presence says meanwhile is kept in mind.
        assertThat(rosters.change(ASK_NORTH, roster -> roster.with(onDuty(SHIRIN, speaks("sv")))))
                .isFalse();
        assertThat(rosters.silent(SHIRIN.domain(), false)).containsExactly(ASK_NORTH);
        assertThat(rosters.of(ASK_NORTH).at("shirin").profile()).isEqualTo(speaks("sv"));
    }
}
