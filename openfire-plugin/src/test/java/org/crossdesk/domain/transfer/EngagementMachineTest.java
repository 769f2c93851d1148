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
import org.crossdesk.domain.Said;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.ask.Part;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Offer, acceptance and hand-over; the talk is in {@link TalkTest}, the end in {@link EngagementEndTest}. */
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
                .containsExactly(Operator.OFFER, new Part(Part.Phase.RINGING, null, false));
        assertThat(shirin.state().ringsUntil()).isEqualTo(Sample.START.plusSeconds(20));
        assertThat(shirin.play.wakesIn(Alarm.Kind.RING)).containsExactly(Duration.ofSeconds(20));
        assertThat(shirin.state().busy()).isFalse();
    }

    @Test
    void clientsHearHowTheOperatorStandsAndWhichNoteItIs() {
        Operator shirin = ringing().writes("salam", "m1").getsIt(1, 2);
        assertThat(payloads(shirin)).containsExactly(new Note("has-it"), new Part(Part.Phase.ENGAGED, null, false));
        shirin.released(1, Released.Reason.TRANSFERRED, 1);
        assertThat(payloads(shirin))
                .containsExactly(
                        new Note("released-transferred"), new Closed(), new Part(Part.Phase.OVER, null, false));
    }

    @Test
    void clientsHearWhoSaidALineAndWhichWordsBeforeItAreForOthers() {
        Operator shirin = ringing().writes("salam", "m1").getsIt(1, 2);
        shirin.relayed(1, Operator.patron(1, "hello"), Operator.another(2, "welcome"));
        assertThat(payloads(shirin))
                .containsExactly(
                        new LineNumber(1, 0, Speaker.PATRON), Note.PLAIN, new LineNumber(2, 1, Speaker.OPERATOR));
        assertThat(shirin.play.effects(Effect.Tell.class).map(Effect.Tell::said).map(Said::prefixChars))
                .containsExactly(null, null);
    }

    private static List<Payload> payloads(Operator operator) {
        return operator.play
                .effects(Effect.Tell.class)
                .flatMap(tell -> tell.payloads().stream())
                .toList();
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
    void tagsGoWithTheCloseUntilItIsAnswered() {
        Tags tags = new Tags(List.of("copyright"));
        CloseRequest asked = new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4, tags);
        Operator shirin = engaged().does(new OperatorAct.Close(Resolution.ANSWERED, 4, tags));
        assertThat(shirin.play.sent(CloseRequest.class)).containsExactly(asked);
        assertThat(shirin.rings(Alarm.Kind.RESEND, "1").play.sent(CloseRequest.class))
                .containsExactly(asked);
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
    }

    @Test
    void aCloseIsAskedUntilTheReleaseComesAndCountedOnce() {
        Operator shirin = engaged().does(CLOSE);
        assertThat(shirin.rings(Alarm.Kind.RESEND, "1").play.sent(CloseRequest.class))
                .hasSize(1);
        assertThat(shirin.answered(new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4), null, null)
                        .play
                        .counted())
                .isEmpty();
        shirin.fromHome(new Released(Operator.SESSION, 1, Released.Reason.CLOSED, 1));
        assertThat(shirin.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.CLOSED_FOR, "uppsala.test", "ANSWERED", 4));
        Operator refused = engaged()
                .does(CLOSE)
                .answered(new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4), null, Condition.CONFLICT);
        assertThat(refused.notes()).containsExactly("OPERATOR_CLOSE_REFUSED[no]");
        assertThat(refused.rings(Alarm.Kind.RESEND, "1").play.sent(CloseRequest.class))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatComesToNothingIsExplained(TransferRefused.Reason reason) {
        Operator shirin = engaged().fromHome(failed(1, 1, reason, null));
        assertThat(shirin.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(shirin.notes()).containsExactly("OPERATOR_TRANSFER_" + reason);
        assertThat(shirin.phase()).isEqualTo(Phase.ENGAGED);
        assertThat(shirin.fromHome(failed(2, 2, reason, null)).notes())
                .as("of another epoch")
                .isEmpty();
        assertThat(shirin.fromHome(failed(1, 1, reason, null)).notes())
                .as("told once")
                .isEmpty();
        assertThat(shirin.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(shirin.fromHome(failed(1, 2, reason, null)).notes())
                .as("another transfer")
                .hasSize(1);
    }

    @Test
    void whoHasAPartOfItIsSuggested() {
        Operator shirin = engaged().fromHome(failed(1, 1, TransferRefused.Reason.NOBODY_FITS, Sample.language("fa")));
        assertThat(shirin.notes())
                .containsExactly("OPERATOR_TRANSFER_NOBODY_FITS", "OPERATOR_TRANSFER_NEAREST[Persian, lang=fa]");
    }

    private static TransferRefused failed(long epoch, long question, TransferRefused.Reason reason, Needs nearest) {
        return new TransferRefused(Operator.SESSION, epoch, reason, Sample.question(question), nearest);
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
        assertThat(shirin.play.effects(Effect.Missed.class))
                .extracting(Effect.Missed::handle)
                .containsExactly("shirin");
        for (Operator later : List.of(accepting(), engaged(), over())) {
            assertThat(later.rings(Alarm.Kind.RING, question).play.last().effects())
                    .isEmpty();
        }
    }

    @Test
    void theAcceptIsAskedAgainUntilItIsAnswered() {
        Operator shirin = accepting();
        assertThat(shirin.play.wakesIn(Alarm.Kind.RESEND)).containsExactly(Duration.ofMillis(1_250));
        for (long wait : new long[] {2_500, 5_000, 5_000}) {
            shirin.rings(Alarm.Kind.RESEND, Operator.CALL.question().value());
            assertThat(shirin.play.wakesIn(Alarm.Kind.RESEND)).containsExactly(Duration.ofMillis(wait));
        }
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
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[salam]", "OPERATOR_TAKEN");
    }

    @Test
    void whatIsAnsweredToAnEarlierEngagementIsNoAnswerToThisOne() {
        Operator shirin = accepting();
        Accept earlier = new Accept(Operator.SESSION, Sample.question(99), "shirin");
        assertThat(shirin.answered(earlier, null, Condition.CONFLICT).phase()).isEqualTo(Phase.ACCEPTING);
        Owned owned = new Owned(Operator.SESSION, 1, 1);
        assertThat(shirin.answered(earlier, owned, null).phase()).isEqualTo(Phase.ACCEPTING);
        shirin.getsIt(3, 2);
        shirin.answered(new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4), null, null);
        assertThat(shirin.play.counted()).isEmpty();
        shirin.answered(new CloseRequest(Operator.SESSION, 1, Resolution.LOST, null), null, Condition.FORBIDDEN);
        assertThat(shirin.notes()).isEmpty();
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
}
