package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.junit.jupiter.api.Test;

/** What an operator has left to themselves to answer later. */
class AnsweredLaterTest {
    @Test
    void itTakesNoneOfTheirPlaces() {
        Operator operator = Operator.later();
        assertThat(operator.play.told()).containsExactly("OPERATOR_FOLLOW_UP_KEPT");
        assertThat(operator.phase()).isEqualTo(Phase.ENGAGED);
        assertThat(operator.state().busy()).isFalse();
        assertThat(operator.state().reserved()).isFalse();
        assertThat(Operator.engaged().closesForLater().state().busy())
                .as("as long as the home desk has not said so")
                .isTrue();
    }

    @Test
    void whatTheyWriteGoesToThePatronAndThenTheyCloseIt() {
        Operator operator = Operator.later().writes("it is in the Civil Code", "m9");
        assertThat(operator.play.sent(Say.class)).hasSize(1);
        operator.does(new OperatorAct.Close(Resolution.ANSWERED, 4));
        assertThat(operator.play.sent(CloseRequest.class)).hasSize(1);
        operator.released(1, Released.Reason.CLOSED, 2);
        assertThat(operator.phase()).isEqualTo(Phase.OVER);
        assertThat(operator.play.counted()).extracting(LedgerEntry::detail).containsExactly("ANSWERED");
    }

    @Test
    void itIsAskedForUntilTheHomeDeskAnswers() {
        Operator operator = Operator.engaged().closesForLater();
        assertThat(operator.rings(Alarm.Kind.RESEND, "1").play.sent(CloseRequest.class))
                .hasSize(1);
        operator.answered(Operator.closingForLater(), null, null);
        operator.answered(Operator.closingForLater(), null, null);
        assertThat(operator.play.told()).as("once").isEmpty();
        assertThat(operator.rings(Alarm.Kind.RESEND, "1").play.sent(CloseRequest.class))
                .isEmpty();
    }

    @Test
    void theyHearWhereItIsNoLongerTheirs() {
        Operator operator = Operator.later().released(1, Released.Reason.TAKEN_BACK, 0);
        assertThat(operator.play.told()).contains("OPERATOR_FOLLOW_UP_OVER");
        assertThat(operator.phase()).isEqualTo(Phase.OVER);
    }
}
