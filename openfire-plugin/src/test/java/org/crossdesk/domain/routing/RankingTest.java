package org.crossdesk.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.knows;
import static org.crossdesk.domain.Sample.language;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;
import static org.crossdesk.domain.Sample.subject;

import java.util.List;
import java.util.Set;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void onlyThoseWhoFit() {
        DutyRoster roster = roster(onDuty(SHIRIN, speaks("fa")), onDuty(AINO, speaks("fi")));
        assertThat(rank(roster, language("fa"))).containsExactly(SHIRIN);
        assertThat(rank(roster, language("el"))).isEmpty();
    }

    @Test
    void theBetterOneFirst() {
        Profile general = new Profile(List.of(), List.of(subject("law", 2)), List.of());
        DutyRoster roster = roster(onDuty(LARS, general), onDuty(AINO, knows("law")));
        assertThat(rank(roster, subject("law"))).containsExactly(AINO, LARS);
    }

    @Test
    void ofEqualsTheLessLoadedThenTheLongerIdleThenByName() {
        DutyRoster byLoad =
                roster(onDuty(AINO, Profile.EMPTY, 1, START.minusSeconds(60)), onDuty(LARS, Profile.EMPTY, 0, START));
        assertThat(rank(byLoad, Needs.NONE)).containsExactly(LARS, AINO);
        DutyRoster byIdleness =
                roster(onDuty(AINO, Profile.EMPTY, 0, START), onDuty(LARS, Profile.EMPTY, 0, START.minusSeconds(60)));
        assertThat(rank(byIdleness, Needs.NONE)).containsExactly(LARS, AINO);
        DutyRoster byName = roster(onDuty(LARS, Profile.EMPTY), onDuty(AINO, Profile.EMPTY));
        assertThat(rank(byName, Needs.NONE)).containsExactly(AINO, LARS);
    }

    @Test
    void nobodyWhoIsFullOrExcluded() {
        DutyRoster roster = roster(onDuty(AINO, Profile.EMPTY, 2, START), onDuty(LARS, Profile.EMPTY));
        assertThat(rank(roster, Needs.NONE)).containsExactly(LARS);
        assertThat(Ranking.rank(roster, Needs.NONE, Set.of(LARS), SubjectOrder.PLAIN))
                .isEmpty();
    }

    private static List<Address> rank(DutyRoster roster, Needs needs) {
        return Ranking.rank(roster, needs, Set.of(), SubjectOrder.PLAIN).stream()
                .map(OnDuty::operator)
                .toList();
    }

    private static DutyRoster roster(OnDuty... operators) {
        DutyRoster roster = DutyRoster.EMPTY;
        for (OnDuty operator : operators) {
            roster = roster.with(operator);
        }
        return roster;
    }
}
