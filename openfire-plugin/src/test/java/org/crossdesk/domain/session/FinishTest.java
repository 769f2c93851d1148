package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.GUEST;
import static org.crossdesk.domain.Sample.GUEST_AGAIN;
import static org.crossdesk.domain.Sample.PATRON;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;
import static org.crossdesk.domain.Sample.asker;

import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The patron ends it. Ask Services, section "When the Patron Ends It". */
class FinishTest {
    private static Home finished(Home home, Address by) {
        return home.happens(new SessionEvent.PatronFinished(asker(by, UPPSALA_DESK)));
    }

    private static Resolution resolution(Home home) {
        return home.state().ending().resolution();
    }

    @Test
    void aQuestionThatWaitsRingsNoLongerAndIsLost() {
        Home home = Home.asked();
        QuestionId question = home.openQuestion();
        finished(home, PATRON);
        assertThat(home.play.sent(Withdraw.class)).containsExactly(new Withdraw(question, Withdraw.Reason.CANCELLED));
        assertThat(home.play.told()).containsExactly("PATRON_FINISHED");
        assertThat(resolution(home)).isEqualTo(Resolution.LOST);
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.CLOSED, "uppsala.test", "LOST", null)
                        .measured(Measure.at(UPPSALA_DESK, Sample.START.plusSeconds(1))));
    }

    @Test
    void whoHasItIsReleasedAtOnceAndWhatTheySaidCounts() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "Ask at the court.");
        finished(home, PATRON);
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.PATRON_LEFT, 1));
        assertThat(resolution(home)).isEqualTo(Resolution.ANSWERED);
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.CLOSED, "tehran.test", "ANSWERED", null));
    }

    @Test
    void whoHasItAndSaidNothingHasNotAnswered() {
        assertThat(resolution(finished(Home.ownedByShirin(), PATRON))).isEqualTo(Resolution.LOST);
    }

    @Test
    void anAnswerThatWasStillToComeIsLost() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "I will look.");
        home.fromDesk(SHIRIN, new CloseRequest(Home.SESSION, 1, Resolution.FOLLOW_UP_BY_ME, null));
        assertThat(home.state().followUp()).isNotNull();
        assertThat(resolution(finished(home, PATRON))).isEqualTo(Resolution.LOST);
        assertThat(home.state().followUp()).isNull();
    }

    @Test
    void everyWindowIsToldThatItIsOver() {
        Home home = Home.ofGuestByShirin().comesBack(GUEST_AGAIN, 0);
        finished(home, GUEST);
        assertThat(home.play.last().effects().stream()
                        .filter(Effect.Tell.class::isInstance)
                        .map(Effect.Tell.class::cast)
                        .filter(tell -> tell.payloads().contains(new Closed()))
                        .map(Effect.Tell::to))
                .containsExactlyInAnyOrder(GUEST, GUEST_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/close", "!close", " /Close \n"})
    void inWordsToo(String typed) {
        Home home = Home.ownedByShirin().patronSays(typed, "m9");
        assertThat(home.play.confirmed()).containsExactly("m9");
        assertThat(home.state().closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "/closed", "/close the window, please", "please /close"})
    void onlyAsTheWholeMessage(String said) {
        assertThat(Home.ownedByShirin().patronSays(said, "m9").state().closed()).isFalse();
    }

    @Test
    void whoseDeskDoesNotKnowYetThatTheyHadItHearsThatFirst() {
        Home home = Home.asked();
        QuestionId question = home.openQuestion();
        finished(home.accepts(SHIRIN), PATRON);
        assertThat(home.play.sent(Released.class)).isEmpty();
        home.accepts(SHIRIN, question);
        assertThat(home.play.last().effects())
                .containsExactly(new Effect.Answer(
                        asker(SHIRIN, UPPSALA),
                        new Owned(Home.SESSION, 1, home.state().transcript().size())));
        home.fromDesk(SHIRIN, new Ack(Home.SESSION, 1, 1));
        Released released = home.play.sent(Released.class).get(0);
        home.answered(SHIRIN, released, null, null).accepts(SHIRIN, question);
        assertThat(home.play.refused()).containsExactly(Condition.CONFLICT);
    }

    @Test
    void whoHasSaidSomethingIsReleasedAtOnceAndNoLaterAcceptOfTheirsIsTakenForTheOld() {
        Home home = Home.asked();
        QuestionId question = home.openQuestion();
        finished(home.accepts(SHIRIN).says(SHIRIN, 1, 1, "salam"), PATRON);
        assertThat(home.play.sent(Released.class)).hasSize(1);
        home.accepts(SHIRIN, question);
        assertThat(home.play.refused())
                .as("else their words would be numbered from 1 again")
                .containsExactly(Condition.CONFLICT);
    }

    @Test
    void whoseDeskGaveUpWaitingForTheAnswerNeverHadIt() {
        Home home = finished(Home.asked().accepts(SHIRIN), PATRON);
        Relay asked =
                home.play.sent(Relay.class).get(home.play.sent(Relay.class).size() - 1);
        home.answered(SHIRIN, asked, null, Condition.ITEM_NOT_FOUND);
        assertThat(home.play.counted())
                .containsExactly(new LedgerEntry(LedgerEntry.Kind.TAKEN_BACK_FROM, "tehran.test", null, null));
        assertThat(home.state().settled()).isTrue();
        home.answered(SHIRIN, asked, null, Condition.ITEM_NOT_FOUND);
        assertThat(home.play.counted()).as("counted once").isEmpty();
    }

    @Test
    void onceMoreIsDoneAlready() {
        Home home = Home.closed();
        finished(home, PATRON);
        assertThat(home.play.last().records()).isEmpty();
        assertThat(home.play.last().effects()).containsExactly(new Effect.Answer(asker(PATRON, UPPSALA_DESK), null));
    }
}
