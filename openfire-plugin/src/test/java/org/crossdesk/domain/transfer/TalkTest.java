package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.transfer.Operator.accepting;
import static org.crossdesk.domain.transfer.Operator.another;
import static org.crossdesk.domain.transfer.Operator.desk;
import static org.crossdesk.domain.transfer.Operator.engaged;
import static org.crossdesk.domain.transfer.Operator.over;
import static org.crossdesk.domain.transfer.Operator.own;
import static org.crossdesk.domain.transfer.Operator.patron;
import static org.crossdesk.domain.transfer.Operator.ringing;

import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Say;
import org.junit.jupiter.api.Test;

/** The talk between an operator and the home desk. */
class TalkTest {
    @Test
    void linesAreShownInOrderAndAcknowledged() {
        Operator shirin = engaged().relayed(1, patron(1, "inheritance?"), desk(2, "welcome"), patron(3, "hello?"));
        assertThat(shirin.play.told()).containsExactly("inheritance?", "OPERATOR_LINE_OF_DESK[welcome]", "hello?");
        assertThat(shirin.play.sent(Ack.class)).containsExactly(new Ack(Operator.SESSION, 1, 3));
        assertThat(shirin.relayed(1, another(4, "hi")).play.told()).containsExactly("OPERATOR_LINE_OF_OPERATOR[hi]");
    }

    @Test
    void theTranscriptOfBeforeShowsWhenItWasSaid() {
        Operator shirin = engaged()
                .relayed(1, patron(2, "two"))
                .relayed(1, patron(1, "one"), patron(2, "two"), patron(3, "three"));
        assertThat(shirin.play.effects(Effect.Tell.class).map(tell -> tell.delayedSince() != null))
                .containsExactly(true, true, false);
    }

    @Test
    void whatIsHereAlreadyIsAcknowledgedAndNotShownAgain() {
        Operator shirin = engaged().relayed(1, patron(1, "one"), patron(2, "two"));
        shirin.relayed(1, patron(1, "one"), patron(2, "two"), patron(3, "three"));
        assertThat(shirin.play.told()).containsExactly("three");
        shirin.relayed(1, patron(2, "two"));
        assertThat(shirin.play.told()).isEmpty();
        assertThat(shirin.play.sent(Ack.class)).containsExactly(new Ack(Operator.SESSION, 1, 3));
    }

    @Test
    void nothingIsShownBehindAGap() {
        Operator shirin = engaged().relayed(1, patron(1, "one"), patron(3, "three"));
        assertThat(shirin.play.told()).containsExactly("one");
        assertThat(shirin.play.sent(Ack.class)).containsExactly(new Ack(Operator.SESSION, 1, 1));
        shirin.relayed(1, patron(3, "three"));
        assertThat(shirin.play.told()).isEmpty();
    }

    @Test
    void ownWordsThatComeBackWaitNoLonger() {
        Operator shirin = engaged().writes("second", "m2").relayed(1, patron(1, "?"), own(2, 1));
        assertThat(shirin.play.told()).containsExactly("?");
        assertThat(shirin.state().pending()).extracting(Pending::body).containsExactly("second");
        shirin.rings(Alarm.Kind.RESEND, "1");
        assertThat(shirin.play.sent(Say.class)).extracting(Say::number).containsExactly(2L);
        shirin.relayed(1, own(3, 2)).rings(Alarm.Kind.RESEND, "1");
        assertThat(shirin.play.last().effects()).isEmpty();
    }

    @Test
    void linesOfAnotherEpochOrBeforeItIsOursAreNotTaken() {
        for (Operator shirin : List.of(ringing(), engaged(), over())) {
            shirin.relayed(2, patron(1, "?"));
            assertThat(shirin.play.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
            assertThat(shirin.play.told()).isEmpty();
        }
    }

    @Test
    void linesThatOvertakeTheAnswerToTheAcceptAreLeftToBeSentAgain() {
        assertThat(accepting().relayed(1, patron(1, "?")).play.last().effects()).isEmpty();
    }

    @Test
    void theSameMessageAgainIsSaidOnceAndConfirmedAgain() {
        Operator shirin = engaged().writes("second", "m2").writes("second", "m2");
        assertThat(shirin.play.confirmed()).containsExactly("m2");
        assertThat(shirin.play.sent(Say.class)).isEmpty();
        assertThat(shirin.state().said()).isEqualTo(2);
        assertThat(ringing().writes("salam", "m1").writes("salam", "m1").state().said())
                .isEqualTo(1);
    }

    @Test
    void nothingTooLongIsKept() {
        Operator shirin = ringing().writes("x".repeat(1_001), "m1");
        assertThat(shirin.play.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
        assertThat(shirin.phase()).isEqualTo(Phase.RINGING);
        assertThat(shirin.notes()).containsExactly("TOO_LONG[1000]");
    }

    @Test
    void onlySoManyWordsWaitForTheHomeDesk() {
        Operator shirin = engaged();
        for (int i = 2; i <= Operator.POLICY.pendingMax(); i++) {
            assertThat(shirin.writes("word", "m" + i).play.refused()).isEmpty();
        }
        assertThat(shirin.writes("one more", "last").play.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
        assertThat(shirin.notes()).containsExactly("OPERATOR_HOME_UNREACHABLE");
        shirin.relayed(1, own(1, 1));
        assertThat(shirin.writes("one more", "last").play.refused()).isEmpty();
    }

    @Test
    void whoGoesOnWritingDoesNotPutOffTheResending() {
        Operator shirin = engaged();
        assertThat(shirin.play.alarms(Alarm.Kind.RESEND)).hasSize(1);
        shirin.writes("second", "m2");
        assertThat(shirin.play.alarms(Alarm.Kind.RESEND)).isEmpty();
        shirin.rings(Alarm.Kind.RESEND, "1");
        assertThat(shirin.play.alarms(Alarm.Kind.RESEND)).hasSize(1);
        shirin.relayed(1, own(1, 1), own(2, 2)).writes("third", "m3");
        assertThat(shirin.play.alarms(Alarm.Kind.RESEND)).hasSize(1);
    }

    @Test
    void theOperatorIsToldWhereTheyWroteFromLast() {
        Operator shirin = engaged().relayed(1, patron(1, "?"));
        assertThat(shirin.play.effects(Effect.Tell.class).map(Effect.Tell::to)).containsExactly(Operator.PHONE);
        assertThat(shirin.play.effects(Effect.Tell.class).map(Effect.Tell::from))
                .containsExactly(Engagement.contact(Sample.SHIRIN.domain(), Operator.SESSION));
    }
}
