package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.PATRON;
import static org.crossdesk.domain.Sample.PATRON_PHONE;
import static org.crossdesk.domain.Sample.SERVICE;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.junit.jupiter.api.Test;

/** A session that calls for an operator: the table's first column. */
class WaitingSessionTest {
    @Test
    void theFirstWordsAreKeptConfirmedWelcomedAndCalledWith() {
        Home home = Home.asked();
        assertThat(home.transcript()).containsExactly("P: inheritance?", "D: PATRON_WELCOME[Ask Uppsala]");
        assertThat(home.play.confirmed()).containsExactly("m0");
        assertThat(home.play.told()).containsExactly("PATRON_WELCOME[Ask Uppsala]");
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.ASKED, "uppsala.test", null, null)
                        .measured(Measure.at(Sample.UPPSALA_DESK, Sample.START)));
        assertThat(home.play.sent(Question.class))
                .containsExactly(new Question(
                        new Call(
                                home.openQuestion(),
                                Home.SESSION,
                                UPPSALA,
                                false,
                                Sample.language("fa"),
                                "inheritance?",
                                "fa",
                                List.of(),
                                "No fees; be kind."),
                        30,
                        List.of()));
        assertThat(home.play.wakesIn(Alarm.Kind.STEP)).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void aLanguageThatTheServicesOwnPeopleShareIsNoNeed() {
        Service persian = new Service(UPPSALA_DESK, Map.of(), List.of("fa"), 30, null, 60, 20, null);
        assertThat(Home.asked(persian, "?").state().needs()).isEqualTo(Needs.NONE);
    }

    @Test
    void whatThePatronWritesMeanwhileIsKeptAndConfirmed() {
        Home home = Home.asked().patronSays("are you there?", "m1");
        assertThat(home.transcript()).last().isEqualTo("P: are you there?");
        assertThat(home.play.confirmed()).containsExactly("m1");
    }

    @Test
    void theSameMessageAgainIsSaidOnceAndConfirmedAgain() {
        Home home = Home.asked().patronSays("are you there?", "m1").patronSays("are you there?", "m1");
        assertThat(home.transcript()).filteredOn("P: are you there?"::equals).hasSize(1);
        assertThat(home.play.confirmed()).containsExactly("m1");
        assertThat(home.play.last().records()).isEmpty();
    }

    @Test
    void theSameWordsWithoutAnIdAreSaidTwice() {
        Home home = Home.asked().patronSays("hello?", null).patronSays("hello?", null);
        assertThat(home.transcript()).filteredOn("P: hello?"::equals).hasSize(2);
        assertThat(home.play.confirmed()).isEmpty();
    }

    @Test
    void thePatronIsAnsweredWhereTheyWroteFromLast() {
        Home home = Home.asked();
        home.happens(home.patron(PATRON_PHONE, "now on my phone", "m1")).accepts(SHIRIN);
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::to)
                .containsOnly(PATRON_PHONE);
        assertThat(home.state().patron()).isNotEqualTo(PATRON);
    }

    @Test
    void nothingTooLongIsKept() {
        Home home = Home.asked().patronSays("x".repeat(1_001), "m1");
        assertThat(home.play.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
        assertThat(home.play.told()).containsExactly("TOO_LONG[1000]");
        assertThat(home.play.confirmed()).isEmpty();
        assertThat(home.play.last().records()).isEmpty();
    }

    @Test
    void thereIsAnEndToTheLinesOfASession() {
        Home home = Home.asked();
        int i = 0;
        while (home.state().transcript().size() < Home.POLICY.linesMax()) {
            home.patronSays("line", "m" + ++i);
        }
        home.patronSays("one more", "last");
        assertThat(home.play.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
        assertThat(home.play.told()).containsExactly("TOO_MANY_LINES[200]");
        assertThat(home.state().transcript().size()).isEqualTo(200);
    }

    @Test
    void aLongQuestionIsSummedUpInOneLineOfWholeCharacters() {
        Service service = new Service(UPPSALA_DESK, Map.of(), List.of(), 30, null, 60, 20, null);
        String long1 = Home.asked(service, "a\n b".repeat(200)).state().call().summary();
        assertThat(long1).hasSize(Bounds.SUMMARY_MAX_CHARS).startsWith("a ba b").endsWith("…");
        String books = "\uD83D\uDCDA";
        String long2 = Home.asked(service, "x" + books.repeat(499) + "y")
                .state()
                .call()
                .summary();
        assertThat(long2).isEqualTo("x" + books.repeat(498) + "…");
    }

    @Test
    void whereNobodyFitsAtHomeTheQuestionRollsUpAtOnce() {
        Home home = Home.asked();
        QuestionId own = home.openQuestion();
        home.findsNobody();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        assertThat(home.play.sent(Withdraw.class)).containsExactly(new Withdraw(own, Withdraw.Reason.EXPIRED));
        assertThat(home.play.sent(Question.class)).hasSize(1);
        assertThat(home.openQuestion()).isNotEqualTo(own);
        assertThat(home.play.wakesIn(Alarm.Kind.STEP)).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void whenTheStepIsOverOrNobodyIsLeftTheQuestionRollsUp() {
        assertThat(Home.asked().stepIsOver().service()).isEqualTo(ASK_NORTH);
        assertThat(Home.asked().hearsThatNobodyIsLeft().service()).isEqualTo(ASK_NORTH);
        assertThat(Home.asked().reachesNobody().service()).isEqualTo(ASK_NORTH);
    }

    @Test
    void afterTheLastStepThePatronHearsOnceThatNobodyIsThereAndItGoesRound() {
        Home home = Home.asked().findsNobody().reachesNobody();
        assertThat(home.play.told()).containsExactly("PATRON_NOBODY_ON_DUTY");
        assertThat(home.transcript()).last().isEqualTo("D: PATRON_NOBODY_ON_DUTY");
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        home.findsNobody();
        assertThat(home.service()).as("somebody may come on duty").isEqualTo(UPPSALA_DESK);
        home.stepIsOver().stepIsOver();
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        assertThat(home.play.told()).isEmpty();
    }

    @Test
    void whatIsSaidOfAnEarlierStepChangesNothing() {
        Home home = Home.asked();
        Alarm first = home.play.alarms(Alarm.Kind.STEP).get(0);
        QuestionId own = home.openQuestion();
        home.stepIsOver();
        Session before = home.state();
        home.happens(new SessionEvent.Rang(first));
        home.happens(new SessionEvent.Exhausted(Sample.asker(UPPSALA_DESK, UPPSALA), new Exhausted(own)));
        home.happens(
                new SessionEvent.Exhausted(Sample.asker(UPPSALA_DESK, UPPSALA), new Exhausted(home.openQuestion())));
        assertThat(home.state()).isEqualTo(before);
    }

    @Test
    void whoAcceptsByTheOpenQuestionOwnsItFromTheFirstEpochOn() {
        Home home = Home.asked();
        QuestionId question = home.openQuestion();
        home.accepts(SHIRIN);
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
        assertThat(home.state().epoch()).isEqualTo(1);
        assertThat(home.state().call()).isNull();
        assertThat(home.play.sent(Owned.class)).containsExactly(new Owned(Home.SESSION, 1, 2));
        assertThat(home.play.sent(Withdraw.class)).containsExactly(new Withdraw(question, Withdraw.Reason.TAKEN));
        assertThat(home.play.told()).containsExactly("PATRON_OPERATOR_JOINED[tehran.test]");
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.ANSWERED_BY, "tehran.test", null, null)
                        .measured(new Measure(Sample.UPPSALA_DESK, Sample.START.plusSeconds(1), 1)));
        assertThat(home.play.sent(Relay.class).get(0).utterances())
                .extracting(utterance -> utterance.body())
                .containsExactly("inheritance?", "PATRON_WELCOME[Ask Uppsala]", "PATRON_OPERATOR_JOINED[tehran.test]");
    }

    @Test
    void anOldQuestionOrAnothersHandleDoesNotGetIt() {
        Home home = Home.asked();
        QuestionId own = home.openQuestion();
        home.stepIsOver().accepts(SHIRIN, own);
        assertThat(home.play.refused()).containsExactly(Condition.CONFLICT);
        home.fromDesk(AINO, Home.accept(SHIRIN, home.openQuestion()));
        assertThat(home.play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.state().owner()).isNull();
    }

    @Test
    void nobodyMaySpeakHandOverKeepOrCloseYet() {
        Home home = Home.asked();
        Session before = home.state();
        assertThat(home.says(SHIRIN, 1, 1, "hi").play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.asksToHandOver(SHIRIN, 1, null).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.keeps(SHIRIN, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.closes(SHIRIN, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.acks(SHIRIN, 1, 1).play.last().effects()).isEmpty();
        assertThat(home.state()).isEqualTo(before);
    }

    @Test
    void afterARestartTheOldCallIsWithdrawnAndItCallsAgainFromTheFirstStep() {
        Home home = Home.asked().stepIsOver();
        QuestionId old = home.openQuestion();
        home.restarts();
        assertThat(home.service()).isEqualTo(SERVICE.address());
        assertThat(home.openQuestion()).isNotEqualTo(old);
        assertThat(home.play.effects(Effect.Ask.class).map(Effect.Ask::payload))
                .first()
                .isEqualTo(new Withdraw(old, Withdraw.Reason.EXPIRED));
        assertThat(home.play.sent(Question.class)).hasSize(1);
        assertThat(home.state().call().summary()).isEqualTo("inheritance?");
    }
}
