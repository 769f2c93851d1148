package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.time.Duration;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Withdraw;
import org.junit.jupiter.api.Test;

/** A question that goes up the pyramid, and a patron who waits. */
class RollingUpTest {
    private static final Address NORDIC = Address.parse("ask-nordic@ask.nordic.test");
    private static final Address WORLD = Address.parse("ask-world@ask.world.test");

    @Test
    void eachServiceNamesTheOneAboveItAndAllTogetherKeepToTheCeiling() {
        Home home = Home.asked().after(Duration.ofSeconds(29)).stepIsOver();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        home.brokered(1, null, new RollUp(NORDIC, 50))
                .after(Duration.ofSeconds(38))
                .stepIsOver();
        assertThat(home.service()).isEqualTo(NORDIC);
        assertThat(home.play.sent(Question.class))
                .extracting(Question::seconds)
                .as("70 of 90 seconds are over")
                .containsExactly(20);
        assertThat(home.play.wakesIn(Alarm.Kind.STEP)).containsExactly(Duration.ofSeconds(20));
        home.brokered(1, null, new RollUp(WORLD, 60))
                .after(Duration.ofSeconds(19))
                .stepIsOver();
        assertThat(home.play.told()).as("the ceiling is over the world, too").containsExactly("PATRON_NOBODY_CAME");
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        home.stepIsOver().stepIsOver().stepIsOver();
        assertThat(home.service()).as("the next rounds go all the way").isEqualTo(WORLD);
        assertThat(home.play.told()).isEmpty();
    }

    @Test
    void whereNobodyIsThereItGoesUpAtOnce() {
        Home home = Home.asked()
                .findsNobodyButRollsUp(ASK_NORTH, 60)
                .findsNobodyButRollsUp(NORDIC, 30)
                .findsNobody();
        assertThat(home.play.told()).containsExactly("PATRON_NOBODY_ON_DUTY");
        assertThat(home.state().call().steps()).hasSize(3);
    }

    @Test
    void nothingGoesInACircleOrOnForEver() {
        Home home = Home.asked().findsNobody().findsNobodyButRollsUp(UPPSALA_DESK, 30);
        assertThat(home.state().call().steps()).hasSize(2);
        Home tower = Home.asked().findsNobody();
        for (int floor = 1; floor <= OpenCall.STEPS_MAX + 1; floor++) {
            tower.findsNobodyButRollsUp(Address.parse("floor" + floor + "@ask.tower.test"), 5);
        }
        assertThat(tower.state().call().steps()).hasSize(OpenCall.STEPS_MAX);
    }

    @Test
    void aCoordinatorSendsItUpWithoutWaitingForTheStepToEnd() {
        Home home = Home.asked().brokered(1, null, null).isSentUp();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        assertThat(home.play.refused()).isEmpty();
        home.isSentUp();
        assertThat(home.play.refused()).as("there is nothing above it").containsExactly(Condition.NOT_ACCEPTABLE);
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        // Later each step runs its time, but for this.
        home.findsNobody();
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        home.findsNobody();
        assertThat(home.service()).isEqualTo(UPPSALA_DESK);
        home.isSentUp();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        Home handedOver = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, NORDIC).isSentUp();
        assertThat(handedOver.play.refused())
                .as("a transfer goes where its owner has sent it")
                .containsExactly(Condition.NOT_ACCEPTABLE);
        assertThat(handedOver.service()).isEqualTo(NORDIC);
    }

    @Test
    void aTransferDoesNotRollUp() {
        Home home = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, NORDIC);
        home.findsNobodyButRollsUp(WORLD, 30);
        assertThat(home.state().call()).isNull();
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
    }

    @Test
    void thePatronHearsOnceHowManyWaitAndHowLongItTook() {
        Home home = Home.asked().brokered(2, new Queue(3, 100), null);
        assertThat(home.play.told()).containsExactly("PATRON_QUEUE_AND_WAIT[2, 2]");
        home.stepIsOver().brokered(1, new Queue(9, null), null);
        assertThat(home.play.told()).isEmpty();
        assertThat(Home.asked().brokered(2, new Queue(2, null), null).play.told())
                .containsExactly("PATRON_QUEUE[1]");
        assertThat(Home.asked().brokered(1, new Queue(1, 100), null).play.told())
                .as("nobody is before them")
                .isEmpty();
    }

    @Test
    void whoDoesNotWantToWaitIsAnsweredLater() {
        assertThat(Home.asked().patronSays("/later", "m1").play.told()).containsExactly("PATRON_FOLLOW_UP");
        Home home = Home.asked().patronSays("/later lars@example.org", "m1");
        assertThat(home.state().followUp()).isNotNull();
        assertThat(home.play.told()).containsExactly("PATRON_FOLLOW_UP_ELSEWHERE");
        assertThat(home.play.sent(Withdraw.class)).hasSize(1);
        assertThat(home.transcript()).contains("P: /later lars@example.org");
        assertThat(home.play.confirmed()).containsExactly("m1");
    }

    @Test
    void whoIsTalkingWithSomebodyMaySayThatWordAndMostWordsAreNotThatWord() {
        assertThat(Home.ownedByShirin().patronSays("/later", "m1").state().followUp())
                .isNull();
        assertThat(Home.asked()
                        .patronSays("/laterality of the brain", "m1")
                        .state()
                        .followUp())
                .isNull();
        assertThat(Home.asked().patronSays("!Later", "m1").state().followUp()).isNotNull();
    }
}
