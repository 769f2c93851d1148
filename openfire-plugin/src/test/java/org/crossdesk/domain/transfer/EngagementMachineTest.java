package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.transfer.Operator.accepting;
import static org.crossdesk.domain.transfer.Operator.engaged;
import static org.crossdesk.domain.transfer.Operator.over;
import static org.crossdesk.domain.transfer.Operator.ringing;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Offer, acceptance, hand-over and end of an operator's part; the talk itself is in {@link TalkTest}. */
class EngagementMachineTest {
    private static final OperatorAct CLOSE = new OperatorAct.Close(Resolution.ANSWERED, 4);
    private static final OperatorAct HAND_OVER = new OperatorAct.HandOver(Sample.subject("law"), null, "a lawyer");

    @Test
    void theOfferSaysWhatIsAskedFromWhereAndUnderWhichPolicy() {
        Operator shirin = ringing();
        assertThat(shirin.play.told())
                .containsExactly("OPERATOR_OFFER[Persian, uppsala.test, ask-north@ask.north.test, inheritance]\n"
                        + "OPERATOR_POLICY[No fees.]");
        assertThat(shirin.play.effects(Effect.Tell.class).map(Effect.Tell::to)).containsExactly(Operator.ACCOUNT);
        assertThat(shirin.play.effects(Effect.Tell.class).flatMap(tell -> tell.payloads().stream()))
                .containsExactly(Operator.OFFER);
        assertThat(shirin.play.wakesIn(Alarm.Kind.RING)).containsExactly(Duration.ofSeconds(20));
        assertThat(shirin.state().busy()).isFalse();
    }

    @Test
    void answeringIsAccepting() {
        Operator shirin = ringing().writes("salam", "m1");
        assertThat(shirin.phase()).isEqualTo(Phase.ACCEPTING);
        assertThat(shirin.play.sent(Accept.class)).containsExactly(Operator.accept());
        assertThat(shirin.play.sent(Say.class)).isEmpty();
        assertThat(shirin.play.confirmed()).containsExactly("m1");
        assertThat(shirin.play.wakesIn(Alarm.Kind.LEASE)).containsExactly(Duration.ofSeconds(30));
        assertThat(shirin.state().busy()).isTrue();
    }

    @Test
    void orTakingItWithoutAWord() {
        Operator shirin = ringing().does(new OperatorAct.Take());
        assertThat(shirin.phase()).isEqualTo(Phase.ACCEPTING);
        assertThat(shirin.play.sent(Accept.class)).hasSize(1);
        shirin.does(new OperatorAct.Take());
        assertThat(shirin.notes()).containsExactly("OPERATOR_HAS_IT");
        assertThat(shirin.play.last().records()).isEmpty();
    }

    @Test
    void whatIsWrittenBeforeTheHomeDeskCommitsIsSentThen() {
        Operator shirin = accepting().writes("one moment", "m2");
        assertThat(shirin.play.sent(Say.class)).isEmpty();
        shirin.getsIt(1, 2);
        assertThat(shirin.phase()).isEqualTo(Phase.ENGAGED);
        assertThat(shirin.play.sent(Say.class)).extracting(Say::body).containsExactly("salam", "one moment");
        assertThat(shirin.play.sent(Say.class)).extracting(Say::number).containsExactly(1L, 2L);
        assertThat(shirin.notes()).containsExactly("OPERATOR_HAS_IT");
        assertThat(shirin.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.ANSWERED_FOR, "uppsala.test", null, null));
        shirin.getsIt(1, 2);
        assertThat(shirin.play.last().effects()).as("the same answer again").isEmpty();
        assertThat(shirin.play.counted()).isEmpty();
    }

    @Test
    void decliningTellsTheService() {
        Operator shirin = ringing().does(new OperatorAct.Decline());
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.play.effects(Effect.Ask.class))
                .containsExactly(new Effect.Ask(
                        Sample.SHIRIN, ASK_NORTH, new Decline(Sample.question(1), "shirin", Decline.Reason.DECLINED)));
        assertThat(shirin.notes()).containsExactly("OPERATOR_DECLINED");
        assertThat(shirin.play.counted()).extracting(LedgerEntry::kind).containsExactly(LedgerEntry.Kind.DECLINED_FOR);
    }

    @Test
    void whoHasItCanNotDecline() {
        for (Operator shirin : List.of(accepting(), engaged())) {
            Phase before = shirin.phase();
            shirin.does(new OperatorAct.Decline());
            assertThat(shirin.notes()).containsExactly("OPERATOR_HAS_IT");
            assertThat(shirin.phase()).isEqualTo(before);
        }
    }

    @Test
    void handingOverKeepingAndClosingNeedTheSession() {
        for (Operator shirin : List.of(ringing(), accepting())) {
            for (OperatorAct act : List.of(HAND_OVER, new OperatorAct.Keep(), CLOSE)) {
                shirin.does(act);
                assertThat(shirin.notes()).containsExactly("OPERATOR_COMMAND_NEEDS_SESSION");
                assertThat(shirin.play.effects(Effect.Ask.class)).isEmpty();
            }
        }
    }

    @Test
    void theyAreAskedOfTheHomeDesk() {
        Operator shirin = engaged().does(HAND_OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_TRANSFER_LOOKING[law]");
        assertThat(shirin.play.effects(Effect.Ask.class).map(Effect.Ask::to)).containsExactly(UPPSALA);
        assertThat(shirin.play.sent(TransferRequest.class))
                .containsExactly(new TransferRequest(Operator.SESSION, 1, Sample.subject("law"), null, "a lawyer"));
        assertThat(shirin.does(new OperatorAct.Keep()).play.sent(TransferCancel.class))
                .containsExactly(new TransferCancel(Operator.SESSION, 1));
        assertThat(shirin.does(CLOSE).play.sent(CloseRequest.class))
                .containsExactly(new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4));
    }

    @Test
    void whatTheHomeDeskDoesNotDoTheOperatorHears() {
        Operator shirin = engaged();
        CloseRequest close = new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4);
        TransferRequest transfer = new TransferRequest(Operator.SESSION, 1, Sample.subject("law"), null, null);
        assertThat(shirin.answered(close, null, Condition.UNEXPECTED_REQUEST).notes())
                .containsExactly("OPERATOR_CLOSE_REFUSED[no]");
        assertThat(shirin.answered(transfer, null, Condition.CONFLICT).notes())
                .containsExactly("OPERATOR_TRANSFER_REFUSED[no]");
        assertThat(shirin.phase()).isEqualTo(Phase.ENGAGED);
        shirin.answered(close, null, null);
        assertThat(shirin.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.CLOSED_FOR, "uppsala.test", "ANSWERED", 4));
    }

    @Test
    void aSessionThatItsHomeDeskNoLongerKnowsIsOverWhenTheOperatorCloses() {
        Operator shirin = engaged()
                .answered(
                        new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4), null, Condition.ITEM_NOT_FOUND);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[salam]", "OPERATOR_SESSION_OVER");
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatComesToNothingIsExplained(TransferRefused.Reason reason) {
        Operator shirin = engaged().fromHome(new TransferRefused(Operator.SESSION, 1, reason));
        assertThat(shirin.notes()).containsExactly("OPERATOR_TRANSFER_" + reason);
        assertThat(shirin.phase()).isEqualTo(Phase.ENGAGED);
        assertThat(shirin.fromHome(new TransferRefused(Operator.SESSION, 2, reason))
                        .notes())
                .as("of another epoch")
                .isEmpty();
    }

    @Test
    void retractedWhileItRingsAndNotLater() {
        assertThat(ringing().retracted(2).phase()).as("another question").isEqualTo(Phase.RINGING);
        Operator shirin = ringing().retracted(1);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_RETRACTED");
        for (Operator later : List.of(accepting(), engaged(), over())) {
            Phase before = later.phase();
            later.retracted(1);
            assertThat(later.play.effects(Effect.Answer.class)).hasSize(1);
            assertThat(later.phase()).isEqualTo(before);
            assertThat(later.notes()).isEmpty();
        }
    }

    @Test
    void theRingIsOverOnceAndForItsOwnQuestion() {
        String question = Operator.CALL.question().value();
        assertThat(ringing().rings(Alarm.Kind.RING, "another").phase()).isEqualTo(Phase.RINGING);
        Operator shirin = ringing().rings(Alarm.Kind.RING, question);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.play.sent(Decline.class)).extracting(Decline::reason).containsExactly(Decline.Reason.TIMEOUT);
        assertThat(shirin.notes()).containsExactly("OPERATOR_RING_EXPIRED");
        for (Operator later : List.of(accepting(), engaged(), over())) {
            assertThat(later.rings(Alarm.Kind.RING, question).play.last().effects())
                    .isEmpty();
        }
    }

    @Test
    void theAcceptIsAskedAgainUntilItIsAnswered() {
        Operator shirin = accepting();
        assertThat(shirin.play.wakesIn(Alarm.Kind.RESEND)).containsExactly(Duration.ofSeconds(5));
        shirin.rings(Alarm.Kind.RESEND, Operator.CALL.question().value());
        assertThat(shirin.play.sent(Accept.class)).hasSize(1);
        assertThat(shirin.play.wakesIn(Alarm.Kind.RESEND)).containsExactly(Duration.ofSeconds(5));
        assertThat(shirin.play.wakesIn(Alarm.Kind.LEASE))
                .as("the lease runs on")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REMOTE_SERVER_TIMEOUT",
                "REMOTE_SERVER_NOT_FOUND",
                "SERVICE_UNAVAILABLE",
                "RESOURCE_CONSTRAINT",
                "INTERNAL_SERVER_ERROR"
            })
    void aHomeDeskThatCanNotAnswerNowIsAskedAgain(Condition passing) {
        assertThat(accepting().refusedTheAccept(passing).phase()).isEqualTo(Phase.ACCEPTING);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "FORBIDDEN", "ITEM_NOT_FOUND"})
    void oneThatRefusesEndsIt(Condition refusal) {
        Operator shirin = accepting().refusedTheAccept(refusal);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_TAKEN", "OPERATOR_NOT_DELIVERED[salam]");
    }

    @Test
    void theLeaseEndsAWaitThatNobodyAnswers() {
        String question = Operator.CALL.question().value();
        Operator shirin = accepting().rings(Alarm.Kind.LEASE, question);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[salam]", "OPERATOR_HOME_UNREACHABLE");
        assertThat(engaged().rings(Alarm.Kind.LEASE, question).phase()).isEqualTo(Phase.ENGAGED);
        assertThat(accepting().rings(Alarm.Kind.LEASE, "an earlier one").phase())
                .isEqualTo(Phase.ACCEPTING);
    }

    @Test
    void whatIsWrittenToASessionThatIsOverIsRefused() {
        Operator shirin = over().writes("one more thing", "m9");
        assertThat(shirin.play.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
        assertThat(shirin.notes()).containsExactly("OPERATOR_SESSION_OVER");
        assertThat(shirin.does(CLOSE).notes()).containsExactly("OPERATOR_SESSION_OVER");
        assertThat(shirin.does(new OperatorAct.Take()).notes()).containsExactly("OPERATOR_SESSION_OVER");
        assertThat(shirin.does(new OperatorAct.Decline()).notes()).containsExactly("OPERATOR_SESSION_OVER");
    }

    @Test
    void theReleaseSaysWhyAndWhatWasNotDelivered() {
        Operator shirin = engaged().writes("second", "m2").released(1, Released.Reason.TRANSFERRED, 1);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[second]", "OPERATOR_RELEASED_TRANSFERRED");
        assertThat(shirin.play.effects(Effect.Answer.class)).hasSize(1);
    }

    @Test
    void aReleaseOfAnEarlierEpochEndsNothing() {
        for (Operator shirin : List.of(ringing(), accepting(), accepting().getsIt(3, 9), over())) {
            Phase before = shirin.phase();
            shirin.released(2, Released.Reason.TRANSFERRED, 0);
            assertThat(shirin.phase()).isEqualTo(before);
            assertThat(shirin.notes()).isEmpty();
            assertThat(shirin.play.effects(Effect.Answer.class)).hasSize(1);
        }
    }

    @Test
    void afterARestartAnOfferIsGoneAndWhatWasUnderWayGoesOn() {
        Operator rang = ringing().restarts();
        assertThat(rang.phase()).isEqualTo(Phase.OVER);
        assertThat(rang.play.sent(Decline.class)).hasSize(1);
        Operator accepting = accepting().restarts();
        assertThat(accepting.play.sent(Accept.class)).hasSize(1);
        assertThat(accepting.play.wakesIn(Alarm.Kind.LEASE)).as("a new lease").hasSize(1);
        assertThat(accepting.play.wakesIn(Alarm.Kind.RESEND)).hasSize(1);
        assertThat(engaged().restarts().play.sent(Say.class))
                .extracting(Say::body)
                .containsExactly("salam");
        assertThat(over().restarts().play.last().effects()).isEmpty();
    }

    @Test
    void refusedWordsAreNamedAndGone() {
        Operator shirin = engaged().writes("second", "m2").writes("third", "m3");
        shirin.fromHome(new SayRefused(Operator.SESSION, 1, 2, "too long"));
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[second]", "OPERATOR_NOT_DELIVERED[third]");
        assertThat(shirin.writes("shorter", "m4").play.sent(Say.class))
                .extracting(Say::number)
                .containsExactly(2L);
        assertThat(shirin.fromHome(new SayRefused(Operator.SESSION, 9, 1, "?")).notes())
                .as("of another epoch")
                .isEmpty();
    }
}
