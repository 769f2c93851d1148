package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.transfer.Operator.accepting;
import static org.crossdesk.domain.transfer.Operator.engaged;
import static org.crossdesk.domain.transfer.Operator.over;
import static org.crossdesk.domain.transfer.Operator.ringing;

import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.junit.jupiter.api.Test;

/** How an operator's part in a session ends, and how it goes on after a restart. */
class EngagementEndTest {
    private static final OperatorAct CLOSE = new OperatorAct.Close(Resolution.ANSWERED, 4);

    @Test
    void theReleaseSaysWhyAndWhatWasNotDelivered() {
        Operator shirin = engaged().writes("second", "m2").released(1, Released.Reason.TRANSFERRED, 1);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[second]", "OPERATOR_RELEASED_TRANSFERRED");
        assertThat(shirin.play.effects(Effect.Answer.class)).hasSize(1);
    }

    @Test
    void aReleaseOfAnEarlierEpochEndsNothing() {
        for (Operator shirin : List.of(ringing(), accepting().getsIt(3, 9), over())) {
            Phase before = shirin.phase();
            shirin.released(2, Released.Reason.TRANSFERRED, 0);
            assertThat(shirin.phase()).isEqualTo(before);
            assertThat(shirin.notes()).isEmpty();
            assertThat(shirin.play.effects(Effect.Answer.class)).hasSize(1);
        }
    }

    @Test
    void aReleaseThatOvertakesTheAnswerToTheAcceptIsToBeToldAgain() {
        Operator shirin = accepting().released(2, Released.Reason.TRANSFERRED, 0);
        assertThat(shirin.play.refused()).containsExactly(Condition.SERVICE_UNAVAILABLE);
        assertThat(Condition.SERVICE_UNAVAILABLE.passing()).isTrue();
        shirin.getsIt(2, 9).released(2, Released.Reason.TRANSFERRED, 0);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
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
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[second]");
        assertThat(shirin.fromHome(new SayRefused(Operator.SESSION, 1, 2, "too long"))
                        .notes())
                .as("said once")
                .isEmpty();
        assertThat(shirin.writes("shorter", "m4").play.sent(Say.class))
                .extracting(Say::number)
                .containsExactly(4L);
        assertThat(shirin.fromHome(new SayRefused(Operator.SESSION, 9, 1, "?")).notes())
                .as("of another epoch")
                .isEmpty();
    }

    @Test
    void refusedWordsAreNamedAlsoWhereTheRefusalGotLost() {
        Operator shirin = engaged().writes("second", "m2").writes("third", "m3");
        shirin.fromHome(new Relay(
                Operator.SESSION,
                1,
                List.of(
                        new Utterance(1, Sample.START, Speaker.OPERATOR, 1L, ""),
                        new Utterance(2, Sample.START, Speaker.OPERATOR, 3L, ""))));
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[second]");
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
    void aSessionThatItsHomeDeskNoLongerKnowsIsOverWhenTheOperatorCloses() {
        Operator shirin = engaged()
                .answered(
                        new CloseRequest(Operator.SESSION, 1, Resolution.ANSWERED, 4), null, Condition.ITEM_NOT_FOUND);
        assertThat(shirin.phase()).isEqualTo(Phase.OVER);
        assertThat(shirin.notes()).containsExactly("OPERATOR_NOT_DELIVERED[salam]", "OPERATOR_SESSION_OVER");
    }
}
