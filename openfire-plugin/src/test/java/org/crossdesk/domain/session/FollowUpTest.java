package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SHIRIN;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.junit.jupiter.api.Test;

/** A question that is answered later: by its operator, by the home library, or not at all. */
class FollowUpTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = SessionPolicy.ADDITIONS.plusMinutes(1);

    @Test
    void whoLeavesTheAnswerToThemselvesKeepsTheSession() {
        Home home = Home.byMe();
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
        assertThat(home.state().followUp().resolution()).isEqualTo(Resolution.FOLLOW_UP_BY_ME);
        assertThat(home.play.told()).containsExactly("PATRON_FOLLOW_UP");
        assertThat(home.released()).isEmpty();
        assertThat(home.play.counted())
                .extracting(LedgerEntry::kind, LedgerEntry::detail)
                .containsExactly(org.assertj.core.api.Assertions.tuple(LedgerEntry.Kind.FOLLOW_UP, "FOLLOW_UP_BY_ME"));
        home.after(Duration.ofDays(3)).says(SHIRIN, 1, 1, "it is in the Civil Code");
        assertThat(home.play.told()).containsExactly("it is in the Civil Code");
        home.closes(SHIRIN, 1);
        assertThat(home.state().closed()).isTrue();
        assertThat(home.state().followUp()).isNull();
    }

    @Test
    void theSameCloseOnceMoreGetsTheSameAnswer() {
        Home home = Home.byMe();
        int lines = home.state().transcript().size();
        home.patronSays("thanks", "m1").fromDesk(SHIRIN, byMe());
        assertThat(home.play.effects(Effect.Answer.class)).hasSize(1);
        assertThat(home.play.effects(Effect.Refuse.class)).isEmpty();
        assertThat(home.state().transcript().size()).isEqualTo(lines + 1);
        Home left = Home.byHome();
        left.fromDesk(SHIRIN, byHome());
        assertThat(left.play.effects(Effect.Answer.class)).hasSize(1);
    }

    @Test
    void whoLeavesItToTheHomeLibraryIsReleased() {
        Home home = Home.byHome();
        assertThat(home.state().owner()).isNull();
        assertThat(home.state().call()).isNull();
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.CLOSED, 0));
    }

    @Test
    void aPatronWhoLeavesUnansweredIsAnsweredLater() {
        Home home = Home.unanswered();
        assertThat(home.state().closed()).isFalse();
        assertThat(home.state().followUp().resolution()).isNull();
        assertThat(home.state().call()).isNull();
        assertThat(home.play.sent(Withdraw.class)).hasSize(1);
        assertThat(home.play.told()).containsExactly("PATRON_FOLLOW_UP");
    }

    @Test
    void anOperatorOfTheHomeLibraryTakesIt() {
        Home home = Home.byHome().taken(LARS);
        assertThat(home.play.sent(Question.class)).extracting(Question::only).containsExactly(LARS);
        home.accepts(LARS);
        assertThat(home.state().owner().operator()).isEqualTo(LARS);
        assertThat(home.state().followUp()).isNull();
        assertThat(home.play.told()).containsExactly("PATRON_OPERATOR_JOINED[uppsala.test]");
    }

    @Test
    void whoDoesNotTakeItAfterAllLeavesItWhereItWas() {
        Home home = Home.byHome().taken(LARS);
        home.taken(AINO);
        assertThat(home.play.effects(Effect.Refuse.class)).hasSize(1);
        home.stepIsOver();
        assertThat(home.state().call()).isNull();
        assertThat(home.state().followUp()).isNotNull();
        assertThat(home.play.told()).isEmpty();
        home.taken(AINO).restarts();
        assertThat(home.state().call()).isNull();
        assertThat(home.state().followUp()).isNotNull();
    }

    @Test
    void whatSomebodyElseHasIsNotTaken() {
        assertThat(Home.byMe().taken(LARS).play.effects(Effect.Refuse.class)).hasSize(1);
        assertThat(Home.ownedByShirin().taken(LARS).play.effects(Effect.Refuse.class))
                .hasSize(1);
        assertThat(Home.asked().taken(LARS).play.effects(Effect.Refuse.class)).hasSize(1);
    }

    @Test
    void thanksAreNoNewQuestion() {
        Home home = Home.byHome().after(SOON).patronSays("thanks", "m1");
        assertThat(home.state().followUp()).isNotNull();
        assertThat(home.play.told()).isEmpty();
        Home mine = Home.byMe().after(SOON).patronSays("and a son", "m1");
        assertThat(mine.state().owner()).isNotNull();
        assertThat(mine.transcript()).endsWith("P: and a son");
    }

    @Test
    void whoComesBackLaterWantsAnAnswerNow() {
        Home home = Home.byMe().after(LATER).patronSays("I am here again", "m1");
        assertThat(home.state().followUp()).isNull();
        assertThat(home.state().owner()).isNull();
        assertThat(home.play.told()).containsExactly("PATRON_LOOKING_AGAIN");
        assertThat(home.play.sent(Released.class))
                .extracting(Released::reason)
                .containsExactly(Released.Reason.TAKEN_BACK);
        assertThat(home.play.sent(Question.class)).hasSize(1);
        assertThat(home.accepts(SHIRIN).state().owner()).isNotNull();
    }

    @Test
    void whoWasNeverAnsweredWantsOneAtOnce() {
        Home home = Home.unanswered().taken(LARS).after(SOON).patronSays("here again", "m1");
        assertThat(home.play.sent(Withdraw.class)).hasSize(1);
        assertThat(home.play.sent(Question.class)).extracting(Question::only).containsOnlyNulls();
        assertThat(home.play.told()).containsExactly("PATRON_LOOKING_AGAIN");
    }

    @Test
    void itIsLeftToTheOperatorThenToTheLibraryAndThenGivenUp() {
        Home home = Home.byMe().after(Home.POLICY.followUp().minusHours(1)).followUpIsDue();
        assertThat(home.state().owner()).isNotNull();
        assertThat(home.play.wakesIn(Alarm.Kind.FOLLOW_UP)).hasSize(1);
        home.after(Duration.ofHours(1)).followUpIsDue();
        assertThat(home.state().owner()).isNull();
        assertThat(home.play.sent(Released.class))
                .extracting(Released::reason)
                .containsExactly(Released.Reason.TAKEN_BACK);
        assertThat(home.play.told()).isEmpty();
        home.after(Home.POLICY.followUp()).followUpIsDue();
        assertThat(home.play.told()).containsExactly("PATRON_FOLLOW_UP_GIVEN_UP");
        assertThat(home.state().ending().resolution()).isEqualTo(Resolution.LOST);
    }

    @Test
    void theTagsStayWithTheQuestionThatWaits() {
        Tags tags = new Tags(List.of("genealogy"));
        Home home = Home.ownedByShirin();
        home.acks(SHIRIN, 1, home.state().transcript().size())
                .fromDesk(SHIRIN, new CloseRequest(Home.SESSION, 1, Resolution.FOLLOW_UP_BY_ME, 4, tags));
        assertThat(home.state().followUp().tags()).isEqualTo(tags);
        home.after(Home.POLICY.followUp()).followUpIsDue();
        assertThat(home.state().followUp().tags()).as("for the home library").isEqualTo(tags);
        home.after(Home.POLICY.followUp()).followUpIsDue();
        assertThat(home.state().ending().tags()).as("given up").isEqualTo(tags);
    }

    @Test
    void whereThereIsNoRoomTheOldestIsGivenUp() {
        Home home = Home.byHome().happens(new SessionEvent.Rang(new Alarm(Alarm.Kind.FOLLOW_UP, "no room")));
        assertThat(home.state().closed()).isTrue();
    }

    @Test
    void nobodyNeedsToBeThereMeanwhile() {
        Home home = Home.byMe().happens(new SessionEvent.PatronLink(Sample.PATRON, false));
        assertThat(home.play.effects(Effect.Wake.class)).isEmpty();
        home.fromDesk(SHIRIN, new Absence(Home.SESSION, 1, true));
        assertThat(home.state().held()).isNull();
        assertThat(home.play.told()).isEmpty();
    }

    @Test
    void theTimerIsSetAgainAfterARestart() {
        assertThat(Home.byHome().after(Duration.ofDays(2)).restarts().play.wakesIn(Alarm.Kind.FOLLOW_UP))
                .singleElement()
                .satisfies(left -> assertThat(left).isBetween(Duration.ofDays(4), Duration.ofDays(5)));
    }

    @Test
    void wordsThatWereNotReadAreReadFirst() {
        Home home = Home.ownedByShirin().patronSays("one more thing", "m1").fromDesk(SHIRIN, byMe());
        assertThat(home.state().followUp()).isNull();
        assertThat(home.play.effects(Effect.Refuse.class)).hasSize(1);
    }

    @Test
    void whoIsBesideLeaves() {
        Home home = Home.consulting();
        home.acks(SHIRIN, 1, home.state().transcript().size()).fromDesk(SHIRIN, byMe());
        assertThat(home.state().beside()).isEmpty();
        assertThat(home.released()).isEqualTo(List.of(AINO));
        assertThat(home.state().former()).extracting(FormerOwner::operator).containsExactly(Sample.AINO);
    }

    private static CloseRequest byMe() {
        return new CloseRequest(Home.SESSION, 1, Resolution.FOLLOW_UP_BY_ME, 4);
    }

    private static CloseRequest byHome() {
        return new CloseRequest(Home.SESSION, 1, Resolution.FOLLOW_UP_BY_HOME_LIBRARY, 4);
    }

    @Test
    void whoSaysWhereTheyCanBeReachedHearsThatItIsAnsweredThere() {
        Home home = Home.asked().patronSays("/later mina@example.org", "m1");
        assertThat(home.play.told()).containsExactly("PATRON_FOLLOW_UP_ELSEWHERE");
        assertThat(home.state().followUp()).isNotNull();
        home.patronSays("!later +46 18 000", "m2");
        assertThat(home.state().followUp()).as("said again").isNotNull();
        assertThat(home.state().call()).isNull();
        assertThat(home.transcript()).contains("P: /later mina@example.org", "P: !later +46 18 000");
        assertThat(Calling.summary(home.state())).as("other libraries read").isEqualTo("inheritance?");
    }
}
