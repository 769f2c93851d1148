package org.crossdesk.domain.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;

import org.crossdesk.protocol.competence.Stamp;
import org.junit.jupiter.api.Test;

class DutyRosterTest {
    private static final OnDuty SHIRIN_HERE = onDuty(SHIRIN, speaks("fa"));
    private static final OnDuty AINO_HERE = onDuty(AINO, speaks("fi"));

    @Test
    void whoComesIsThereAndWhoLeavesIsNot() {
        DutyRoster both = DutyRoster.EMPTY.with(SHIRIN_HERE).with(AINO_HERE);
        assertThat(both.operators()).containsExactly(SHIRIN_HERE, AINO_HERE);
        assertThat(both.without("shirin").operators()).containsExactly(AINO_HERE);
        assertThat(both.at("aino")).isEqualTo(AINO_HERE);
        assertThat(both.at("nobody")).isNull();
    }

    @Test
    void theSameAgainOrNobodyGoneIsTheSameRoster() {
        DutyRoster roster = DutyRoster.EMPTY.with(SHIRIN_HERE);
        assertThat(roster.with(SHIRIN_HERE)).isEqualTo(roster);
        assertThat(roster.without("aino")).isSameAs(roster);
    }

    @Test
    void anOperatorWithTwoClientsIsOneUntilTheLastLeaves() {
        OnDuty phone = new OnDuty(
                SHIRIN, "shirin (phone)", SHIRIN_HERE.stamp(), SHIRIN_HERE.profile(), SHIRIN_HERE.idleSince());
        DutyRoster roster = DutyRoster.EMPTY.with(SHIRIN_HERE).with(phone);
        assertThat(roster.operators()).extracting(OnDuty::operator).containsExactly(SHIRIN);
        assertThat(roster.without("shirin").operators())
                .extracting(OnDuty::operator)
                .containsExactly(SHIRIN);
        assertThat(roster.without("shirin").without("shirin (phone)").operators())
                .isEmpty();
    }

    @Test
    void whatIsKnownOfSomebodyIsReplaced() {
        OnDuty full = new OnDuty(SHIRIN, "shirin", new Stamp("shirin", "x", 2, 2), SHIRIN_HERE.profile(), START);
        DutyRoster roster = DutyRoster.EMPTY.with(SHIRIN_HERE).with(full);
        assertThat(roster.operators()).containsExactly(full);
        assertThat(SHIRIN_HERE.free()).isTrue();
        assertThat(full.free()).isFalse();
        OnDuty away = new OnDuty(SHIRIN, "shirin", new Stamp("shirin", "x", 0, 2).gone(), SHIRIN_HERE.profile(), START);
        assertThat(away.free()).isFalse();
        assertThat(away.full()).isFalse();
    }

    @Test
    void nobodyChangesARosterFromOutside() {
        assertThatThrownBy(() -> DutyRoster.EMPTY.byNick().put("x", SHIRIN_HERE))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
