package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;

import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Joined;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.junit.jupiter.api.Test;

/** An operator beside somebody else's session, or with somebody beside theirs. */
class BesideOwnerTest {
    private static Operator beside(Role role) {
        return Operator.ringing()
                .does(new OperatorAct.Take())
                .answered(Operator.accept(), new Joined(Operator.SESSION, 2, 2, role), null);
    }

    @Test
    void theyHearWhatTheyAre() {
        assertThat(beside(Role.CONSULTANT).notes()).containsExactly("OPERATOR_JOINED_CONSULTANT");
        assertThat(beside(Role.COLLEAGUE).notes()).containsExactly("OPERATOR_JOINED_COLLEAGUE");
        assertThat(beside(Role.COLLEAGUE).play.counted())
                .as("they don't answer for it")
                .isEmpty();
    }

    @Test
    void asidesAreShownAsSuch() {
        Operator operator = beside(Role.CONSULTANT)
                .relayed(2, new Utterance(1, Sample.START, Speaker.ASIDE, null, "which treaty?"));
        assertThat(operator.play.told()).containsExactly("OPERATOR_LINE_ASIDE[which treaty?]");
    }

    @Test
    void whatIsSaidAsideTravelsAsSuch() {
        Operator operator = Operator.engaged()
                .happens(new EngagementEvent.Wrote(
                        Operator.PHONE, "which treaty?", Operator.home(), "m8", null, true, Attached.NOTHING));
        assertThat(operator.play.sent(Say.class)).extracting(Say::aside).containsExactly(true);
    }

    @Test
    void theyLeave() {
        Operator operator = beside(Role.COLLEAGUE).does(new OperatorAct.Leave());
        assertThat(operator.play.sent(Leave.class)).containsExactly(new Leave(Operator.SESSION, 2));
        operator.released(2, Released.Reason.DROPPED, 0);
        assertThat(operator.notes()).containsExactly("OPERATOR_RELEASED_DROPPED");
        assertThat(operator.phase()).isEqualTo(Phase.OVER);
    }

    @Test
    void theyDoNotWhatIsTheOwners() {
        for (OperatorAct act : new OperatorAct[] {
            new OperatorAct.HandOver(Needs.NONE, null, null), new OperatorAct.Keep(), new OperatorAct.Drop(null)
        }) {
            assertThat(beside(Role.COLLEAGUE).does(act).notes()).containsExactly("OPERATOR_OWNER_ONLY");
        }
        assertThat(Operator.engaged().does(new OperatorAct.Leave()).notes()).containsExactly("OPERATOR_NOT_BESIDE");
    }

    @Test
    void theOwnerAsksForThemAndSendsThemAway() {
        Operator operator = Operator.engaged()
                .does(new OperatorAct.HandOver(Needs.NONE, AINO, "a treaty?", Role.CONSULTANT, false));
        assertThat(operator.play.sent(TransferRequest.class))
                .containsExactly(new TransferRequest(
                        Operator.SESSION, 1, Needs.NONE, AINO, "a treaty?", Role.CONSULTANT, false));
        operator.does(new OperatorAct.Drop(AINO));
        assertThat(operator.play.sent(Drop.class)).containsExactly(new Drop(Operator.SESSION, 1, AINO));
    }

    @Test
    void theHomeDeskHearsWhetherTheOwnerIsThere() {
        Operator operator = Operator.engaged().happens(new EngagementEvent.Link(false));
        Absence away = new Absence(Operator.SESSION, 1, true);
        assertThat(operator.play.sent(Absence.class)).containsExactly(away);
        operator.answered(away, null, Condition.REMOTE_SERVER_TIMEOUT);
        assertThat(operator.play.sent(Absence.class)).as("again").containsExactly(away);
        operator.happens(new EngagementEvent.Link(true));
        assertThat(operator.play.sent(Absence.class)).containsExactly(new Absence(Operator.SESSION, 1, false));
        assertThat(beside(Role.COLLEAGUE)
                        .happens(new EngagementEvent.Link(false))
                        .play
                        .sent(Absence.class))
                .isEmpty();
    }
}
