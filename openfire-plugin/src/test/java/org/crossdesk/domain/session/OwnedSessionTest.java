package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.PATRON;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.SayRefused;
import org.junit.jupiter.api.Test;

/** A session that an operator owns, and one that is closed: the table's second and fourth columns. */
class OwnedSessionTest {
    @Test
    void whatTheOwnerSaysIsKeptToldThePatronAndComesBackAsItsNumber() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "salam");
        assertThat(home.transcript()).last().isEqualTo("O: salam");
        assertThat(home.play.effects(Effect.Tell.class))
                .containsExactly(new Effect.Tell(
                        UPPSALA_DESK,
                        PATRON,
                        "salam",
                        null,
                        List.of(),
                        new Said(Home.SESSION.value() + "-4", null, null, false)));
        var echo = home.play.sent(Relay.class).get(0).utterances().get(0);
        assertThat(echo.own()).isEqualTo(1);
        assertThat(echo.body()).isEmpty();
    }

    @Test
    void whatIsSaidTwiceIsKeptOnceAndComesBackAgain() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "salam").says(SHIRIN, 1, 1, "salam");
        assertThat(home.transcript()).filteredOn("O: salam"::equals).hasSize(1);
        assertThat(home.play.told()).isEmpty();
        assertThat(home.play.sent(Relay.class)).hasSize(1);
    }

    @Test
    void whatComesAheadOfItsTurnWaitsForTheOneBefore() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 2, "second");
        assertThat(home.play.last().records()).isEmpty();
        assertThat(home.play.last().effects()).isEmpty();
        home.says(SHIRIN, 1, 1, "first").says(SHIRIN, 1, 2, "second");
        assertThat(home.transcript()).endsWith("O: first", "O: second");
    }

    @Test
    void whatThePatronSaysIsRelayed() {
        Home home = Home.ownedByShirin().patronSays("thanks", "m1");
        assertThat(home.play.sent(Relay.class).get(0).utterances())
                .extracting(utterance -> utterance.body())
                .containsExactly("thanks");
    }

    @Test
    void whoAcceptsTwiceHearsTheSameTwice() {
        Home home = Home.asked();
        var question = home.openQuestion();
        home.accepts(SHIRIN).patronSays("hello", "m1");
        Session before = home.state();
        home.accepts(SHIRIN, question);
        assertThat(home.play.sent(Owned.class)).containsExactly(new Owned(Home.SESSION, 1, 2));
        assertThat(home.play.told()).isEmpty();
        assertThat(home.play.counted()).isEmpty();
        assertThat(home.state()).isEqualTo(before);
    }

    @Test
    void whoAcceptsTooLateHearsThatSomebodyElseTookIt() {
        Home home = Home.asked();
        var question = home.openQuestion();
        home.accepts(SHIRIN).accepts(AINO, question);
        assertThat(home.play.refused()).containsExactly(Condition.CONFLICT);
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
    }

    @Test
    void nobodyElseMaySpeakHandOverKeepOrClose() {
        Home home = Home.ownedByShirin();
        Session before = home.state();
        assertThat(home.says(AINO, 1, 1, "hi").play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.asksToHandOver(AINO, 1, null).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.keeps(AINO, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.closes(AINO, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.acks(AINO, 1, 1).play.last().records()).isEmpty();
        assertThat(home.state()).isEqualTo(before);
    }

    @Test
    void norTheOwnerInAnEpochThatIsNotThePresentOne() {
        Home home = Home.ownedByShirin();
        assertThat(home.says(SHIRIN, 2, 1, "hi").play.refused()).containsExactly(Condition.UNEXPECTED_REQUEST);
        assertThat(home.closes(SHIRIN, 2).play.refused()).containsExactly(Condition.UNEXPECTED_REQUEST);
    }

    @Test
    void onlyAHomeDeskSaysWhatAHomeDeskSays() {
        Home home = Home.ownedByShirin();
        home.fromDesk(SHIRIN, new Released(Home.SESSION, 1, Released.Reason.CLOSED, 0));
        assertThat(home.play.refused()).containsExactly(Condition.BAD_REQUEST);
        home.fromDesk(SHIRIN, new Owned(Home.SESSION, 1, 0));
        assertThat(home.play.refused()).containsExactly(Condition.BAD_REQUEST);
    }

    @Test
    void whatIsTooLongIsRefusedHoweverOftenItComesAndItsNumberIsUsedUp() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "x".repeat(1_001));
        assertThat(home.play.sent(SayRefused.class))
                .containsExactly(new SayRefused(Home.SESSION, 1, 1, "TOO_LONG[1000]"));
        assertThat(home.says(SHIRIN, 1, 2, "short").transcript()).last().isEqualTo("O: short");
        assertThat(home.says(SHIRIN, 1, 1, "x".repeat(1_001)).play.sent(SayRefused.class))
                .extracting(SayRefused::number)
                .containsExactly(1L);
        assertThat(home.says(SHIRIN, 1, 3, "next").transcript()).last().isEqualTo("O: next");
        home.says(SHIRIN, 1, 4, "x".repeat(1_001));
        assertThat(home.closes(SHIRIN, 1).state().former().get(0).lastNumber())
                .as("the last that was taken")
                .isEqualTo(3);
    }

    @Test
    void theOwnerMayGoOnAWhileAfterTheLastLineOfThePatron() {
        Home home = Home.ownedByShirin();
        long number = 0;
        while (home.state().transcript().size() < Home.POLICY.linesMax() + SessionPolicy.LINES_BEYOND_MAX) {
            home.says(SHIRIN, 1, ++number, "line");
            assertThat(home.play.sent(SayRefused.class)).isEmpty();
        }
        home.says(SHIRIN, 1, number + 1, "one more");
        assertThat(home.play.sent(SayRefused.class)).hasSize(1);
        assertThat(home.closes(SHIRIN, 1).state().closed()).isTrue();
    }

    @Test
    void stepsAndServicesMeanNothingNow() {
        Home home = Home.asked();
        var question = home.openQuestion();
        home.accepts(SHIRIN);
        Session before = home.state();
        home.happens(new SessionEvent.Rang(new Alarm(Alarm.Kind.STEP, question.value())));
        home.happens(new SessionEvent.Exhausted(
                Sample.asker(UPPSALA_DESK, Sample.UPPSALA), new org.crossdesk.protocol.ask.Exhausted(question)));
        assertThat(home.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(home.state()).isEqualTo(before);
    }

    @Test
    void whoKeepsWhatTheyHaveHearsThatItIsDone() {
        Home home = Home.ownedByShirin().keeps(SHIRIN, 1);
        assertThat(home.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(home.play.last().records()).isEmpty();
    }

    @Test
    void theOwnerClosesAndEverybodyHearsIt() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "salam").closes(SHIRIN, 1);
        assertThat(home.state().closed()).isTrue();
        assertThat(home.state().settled()).isFalse();
        assertThat(home.state().ending().resolution()).isEqualTo(Resolution.ANSWERED);
        assertThat(home.play.effects(Effect.Tell.class))
                .containsExactly(new Effect.Tell(
                        UPPSALA_DESK,
                        PATRON,
                        "PATRON_CLOSED",
                        null,
                        List.of(new Closed()),
                        new Said(Home.SESSION.value() + "-5", null, null, false, true)));
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.CLOSED, "tehran.test", "ANSWERED", 4));
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.CLOSED, 1));
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Home home = Home.closed().closes(SHIRIN, 1);
        assertThat(home.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(home.play.last().records()).isEmpty();
        assertThat(home.play.counted()).isEmpty();
        assertThat(home.closes(AINO, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
    }

    @Test
    void aClosedSessionIsNobodysAnyMore() {
        Home home = Home.closed();
        assertThat(home.says(SHIRIN, 1, 1, "late").play.sent(SayRefused.class)).hasSize(1);
        assertThat(home.asksToHandOver(SHIRIN, 1, null).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.keeps(SHIRIN, 1).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(home.accepts(AINO, Sample.question(100)).play.refused()).containsExactly(Condition.CONFLICT);
        assertThat(home.says(AINO, 2, 1, "hi").play.refused()).containsExactly(Condition.FORBIDDEN);
    }

    @Test
    void theLastOwnerIsToldUntilTheirDeskHasHeardIt() {
        Home home = Home.closed();
        Released told = home.play.sent(Released.class).get(0);
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).hasSize(1);
        home.answered(SHIRIN, told, null, Condition.REMOTE_SERVER_TIMEOUT);
        home.answered(SHIRIN, told, null, Condition.INTERNAL_SERVER_ERROR);
        assertThat(home.state().settled()).isFalse();
        assertThat(home.resendIsDue(1).released()).containsExactly(SHIRIN);
        assertThat(home.restarts().released()).containsExactly(SHIRIN);
        home.answered(SHIRIN, told, null, null);
        assertThat(home.state().settled()).isTrue();
        assertThat(home.resendIsDue(1).released()).isEmpty();
    }

    @Test
    void aDeskThatKnowsNothingOfItHasNothingLeftToRelease() {
        Home home = Home.closed();
        Released told = home.play.sent(Released.class).get(0);
        assertThat(home.answered(SHIRIN, told, null, Condition.ITEM_NOT_FOUND)
                        .state()
                        .settled())
                .isTrue();
    }

    @Test
    void whoeverCloseCarriesTheirOwnReadValueOrNone() {
        Home home = Home.ownedByShirin().fromDesk(SHIRIN, new CloseRequest(Home.SESSION, 1, Resolution.LOST, null));
        assertThat(home.state().ending().read()).isNull();
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.CLOSED, "tehran.test", "LOST", null));
    }

    @Test
    void theTagsAreKeptWithTheEnding() {
        Tags tags = new Tags(List.of("copyright", "ارث"));
        Home home =
                Home.ownedByShirin().fromDesk(SHIRIN, new CloseRequest(Home.SESSION, 1, Resolution.LOST, null, tags));
        assertThat(home.state().ending().tags()).isEqualTo(tags);
        assertThat(Home.ownedByShirin().closes(SHIRIN, 1).state().ending().tags())
                .as("as it is written where there are none")
                .isNull();
    }

    @Test
    void aCloseThatCrossesThePatronsWordsIsRefusedUntilTheyAreRead() {
        Home home = Home.ownedByShirin();
        home.acks(SHIRIN, 1, home.state().transcript().size());
        home.patronSays("and one thing more", "more").closesUnread(SHIRIN, 1);
        assertThat(home.state().closed()).isFalse();
        assertThat(home.play.refused()).containsExactly(Condition.CONFLICT);
        assertThat(home.closes(SHIRIN, 1).state().closed()).isTrue();
    }
}
