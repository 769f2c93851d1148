package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.PATRON;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.SayRefused;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.junit.jupiter.api.Test;

/** A session that its owner hands over: the table's third column. */
class TransferringSessionTest {
    @Test
    void theOwnerAsksAndTheServicesAreAskedForSomebodyElse() {
        Home home = Home.transferring();
        Question question = home.play.sent(Question.class).get(0);
        assertThat(home.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(question.call().transfer()).isTrue();
        assertThat(question.call().needs()).isEqualTo(Sample.subject("law"));
        assertThat(question.call().summary()).isEqualTo("needs a lawyer");
        assertThat(question.call().hops()).containsExactly(Address.parse("ask.tehran.test"));
        assertThat(question.excluded()).containsExactly(SHIRIN);
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
    }

    @Test
    void aTargetIsAskedAlone() {
        Home desk = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, Address.parse("ask.helsinki.test"));
        assertThat(desk.service()).isEqualTo(Address.parse("desk@ask.helsinki.test"));
        Home service = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, Address.parse("law@ask.helsinki.test"));
        assertThat(service.service()).isEqualTo(Address.parse("law@ask.helsinki.test"));
        assertThat(service.findsNobody().play.sent(TransferRefused.class)).hasSize(1);
    }

    @Test
    void oneOperatorIsRungByNameAndNobodyElseInTheirPlace() {
        Home home = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, AINO);
        Question question = home.play.sent(Question.class).get(0);
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        assertThat(question.only()).isEqualTo(AINO);
        assertThat(home.accepts(AINO).state().owner().operator()).isEqualTo(AINO);
    }

    @Test
    void itIsTheOwnersAlready() {
        Home home = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, SHIRIN);
        assertThat(home.play.refused()).containsExactly(Condition.NOT_ACCEPTABLE);
        assertThat(home.state().call()).isNull();
    }

    @Test
    void itGoesBackToWhoeverOwnedItBefore() {
        Home home = Home.ownedByAino().givesBack(AINO, 2);
        assertThat(home.play.sent(Question.class).get(0).only()).isEqualTo(SHIRIN);
        assertThat(home.accepts(SHIRIN).state().epoch()).isEqualTo(3);
    }

    @Test
    void nobodyIsThereToGoBackTo() {
        assertThat(Home.ownedByShirin().givesBack(SHIRIN, 1).play.refused()).containsExactly(Condition.NOT_ACCEPTABLE);
    }

    @Test
    void itGoesHome() {
        Home home = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, Sample.UPPSALA);
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        assertThat(home.play.sent(Question.class).get(0).only()).isNull();
    }

    @Test
    void itGoesInNoCircles() {
        Home home = Home.ownedByAino().asksToHandOver(AINO, 2, null);
        assertThat(home.play.sent(Question.class).get(0).excluded()).containsExactly(AINO, SHIRIN);
    }

    @Test
    void theTalkGoesOnMeanwhile() {
        Home home = Home.transferring().says(SHIRIN, 1, 1, "one moment").patronSays("yes", "m1");
        assertThat(home.transcript()).endsWith("O: one moment", "P: yes");
        assertThat(home.play.sent(Relay.class)).isNotEmpty();
    }

    @Test
    void whoAcceptsOwnsItInTheNextEpochAndGetsEverything() {
        Home home = Home.transferring().says(SHIRIN, 1, 1, "one moment").accepts(AINO);
        assertThat(home.state().owner().operator()).isEqualTo(AINO);
        assertThat(home.state().epoch()).isEqualTo(2);
        assertThat(home.play.sent(Owned.class)).containsExactly(new Owned(Home.SESSION, 2, 4));
        assertThat(home.play.told()).containsExactly("PATRON_SPECIALIST_JOINED[helsinki.test]");
        assertThat(home.play.effects(Effect.Tell.class))
                .containsExactly(new Effect.Tell(
                        UPPSALA_DESK,
                        PATRON,
                        "PATRON_SPECIALIST_JOINED[helsinki.test]",
                        null,
                        List.of(),
                        new Said(Home.SESSION.value() + "-5", null, null, false, true)));
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.TRANSFERRED_TO, "helsinki.test", null, null)
                        .measured(Measure.at(UPPSALA_DESK, Sample.START.plusSeconds(5))));
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.TRANSFERRED, 1));
        Relay transcript = home.play.sent(Relay.class).get(0);
        assertThat(transcript.utterances()).hasSize(5);
        assertThat(transcript.utterances().get(3).speaker()).isEqualTo(Speaker.OPERATOR);
        assertThat(transcript.utterances().get(3).body()).isEqualTo("one moment");
        assertThat(transcript.utterances().get(3).own()).isNull();
    }

    @Test
    void theFormerOwnersWordsAreRefusedUnlessTheyWereKeptInTime() {
        Home home = Home.transferring().says(SHIRIN, 1, 1, "one moment").accepts(AINO);
        home.says(SHIRIN, 1, 2, "too late");
        assertThat(home.play.sent(SayRefused.class))
                .extracting(SayRefused::number)
                .containsExactly(2L);
        home.says(SHIRIN, 1, 1, "one moment");
        assertThat(home.play.sent(SayRefused.class)).as("it was delivered").isEmpty();
        assertThat(home.transcript()).doesNotContain("O: too late");
        assertThat(home.closes(SHIRIN, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.acks(SHIRIN, 1, 3).play.last().records()).isEmpty();
    }

    @Test
    void aSecondTransferWaitsForTheFirst() {
        Home home = Home.transferring().asksToHandOver(SHIRIN, 1, null);
        assertThat(home.play.refused()).containsExactly(Condition.CONFLICT);
    }

    @Test
    void theOwnerMayKeepItAfterAll() {
        Home home = Home.transferring();
        var question = home.openQuestion();
        home.keeps(SHIRIN, 1);
        assertThat(home.play.sent(Withdraw.class)).containsExactly(new Withdraw(question, Withdraw.Reason.CANCELLED));
        assertStays(home, TransferRefused.Reason.CANCELLED);
        assertThat(home.accepts(AINO, question).play.refused()).containsExactly(Condition.CONFLICT);
    }

    @Test
    void whereNobodyFitsTheSessionStaysAndTheOwnerHearsWhy() {
        Home home = Home.transferring().findsNobody();
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
        assertThat(home.play.sent(TransferRefused.class))
                .as("the next step first")
                .isEmpty();
        assertStays(home.findsNobody(), TransferRefused.Reason.NOBODY_FITS);
        assertStays(Home.transferring().findsNobody().hearsThatNobodyIsLeft(), TransferRefused.Reason.NOBODY_FITS);
        assertStays(Home.transferring().findsNobody().reachesNobody(), TransferRefused.Reason.UNREACHABLE);
        assertStays(Home.transferring().stepIsOver().stepIsOver(), TransferRefused.Reason.TIMEOUT);
    }

    @Test
    void afterARestartTheSessionStaysAndTheOwnerHearsIt() {
        Home home = Home.transferring();
        var question = home.openQuestion();
        home.restarts();
        assertThat(home.play.sent(Withdraw.class)).containsExactly(new Withdraw(question, Withdraw.Reason.CANCELLED));
        assertStays(home, TransferRefused.Reason.TIMEOUT);
    }

    @Test
    void whoClosesEndsTheTransferToo() {
        Home home = Home.transferring().closes(SHIRIN, 1);
        assertThat(home.play.sent(Withdraw.class)).hasSize(1);
        assertThat(home.state().closed()).isTrue();
        assertThat(home.state().call()).isNull();
    }

    @Test
    void aSessionMayComeBackToAFormerOwner() {
        Home home = Home.ownedByAino();
        Released shirin = home.play.sent(Released.class).get(0);
        home.answered(SHIRIN, shirin, null, null);
        home.asksToHandOver(AINO, 2, null).accepts(SHIRIN);
        assertThat(home.state().epoch()).isEqualTo(3);
        assertThat(home.released()).containsExactly(AINO);
        home.says(SHIRIN, 3, 1, "me again");
        assertThat(home.transcript()).last().isEqualTo("O: me again");
        home.says(SHIRIN, 1, 1, "from long ago");
        assertThat(home.play.sent(SayRefused.class)).hasSize(1);
    }

    @Test
    void thereIsAnEndToTheHops() {
        Home home = Home.asked().accepts(SHIRIN);
        Address[] turns = {LARS, SHIRIN};
        for (int epoch = 1; epoch < Bounds.HOPS_MAX; epoch++) {
            home.asksToHandOver(home.state().owner().operator(), epoch, null).accepts(turns[(epoch - 1) % 2]);
            assertThat(home.state().epoch()).isEqualTo(epoch + 1);
        }
        assertThat(home.state().hops()).hasSize(Bounds.HOPS_MAX);
        home.asksToHandOver(home.state().owner().operator(), Bounds.HOPS_MAX, null);
        assertThat(home.play.sent(TransferRefused.class))
                .extracting(TransferRefused::reason)
                .containsExactly(TransferRefused.Reason.TOO_MANY_HOPS);
        assertThat(home.state().call()).isNull();
    }

    @Test
    void theOwnerIsToldUntilTheirDeskHasHeardIt() {
        Home home = Home.transferring().findsNobody().findsNobody();
        TransferRefused failed = home.play.sent(TransferRefused.class).get(0);
        Alarm alarm = home.play.alarms(Alarm.Kind.RESEND).stream()
                .filter(one -> one.subject().equals(failed.question().value()))
                .findFirst()
                .orElseThrow();
        home.happens(new SessionEvent.Rang(alarm));
        assertThat(home.play.sent(TransferRefused.class)).containsExactly(failed);
        assertThat(home.restarts().play.sent(TransferRefused.class)).containsExactly(failed);
        home.answered(SHIRIN, failed, null, Refusal.Condition.REMOTE_SERVER_TIMEOUT);
        assertThat(home.state().untold()).isNotNull();
        home.answered(SHIRIN, failed, null, null);
        assertThat(home.state().untold()).isNull();
        assertThat(home.happens(new SessionEvent.Rang(alarm)).play.sent(TransferRefused.class))
                .isEmpty();
    }

    @Test
    void theServicesSayWhyNobodyCameAndWhoHasAPartOfIt() {
        Needs law = Sample.subject("law");
        assertThat(failure(new Prospect(2, 0, null), Prospect.NONE).reason()).isEqualTo(TransferRefused.Reason.FULL);
        assertThat(failure(new Prospect(2, 0, null), new Prospect(0, 1, null)).reason())
                .isEqualTo(TransferRefused.Reason.DECLINED);
        assertThat(failure(Prospect.NONE, Prospect.NONE).reason()).isEqualTo(TransferRefused.Reason.NOBODY_FITS);
        Needs persian = Sample.language("fa");
        assertThat(failure(Prospect.NONE, new Prospect(0, 0, persian)).nearest())
                .isEqualTo(persian);
        assertThat(failure(new Prospect(0, 0, persian), Prospect.NONE).nearest())
                .isEqualTo(persian);
        assertThat(failure(new Prospect(0, 0, law), Prospect.NONE).nearest())
                .as("no less than what was asked for")
                .isNull();
    }

    private static TransferRefused failure(Prospect own, Prospect parent) {
        Home home = Home.transferring();
        for (Prospect prospect : List.of(own, parent)) {
            home.happens(new SessionEvent.Exhausted(
                    Sample.asker(home.service(), Sample.UPPSALA), new Exhausted(home.openQuestion(), prospect)));
        }
        return home.play.sent(TransferRefused.class).get(0);
    }

    private static void assertStays(Home home, TransferRefused.Reason reason) {
        assertThat(home.play.sent(TransferRefused.class))
                .extracting(TransferRefused::epoch, TransferRefused::reason)
                .containsExactly(tuple(1L, reason));
        assertThat(home.state().call()).isNull();
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
        assertThat(home.state().epoch()).isEqualTo(1);
        assertThat(home.says(SHIRIN, 1, 1, "still me").transcript()).last().isEqualTo("O: still me");
    }
}
