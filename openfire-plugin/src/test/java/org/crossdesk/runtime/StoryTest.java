package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.knows;
import static org.crossdesk.domain.Sample.speaks;
import static org.crossdesk.domain.Sample.subject;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Tally;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.SessionId;
import org.junit.jupiter.api.Test;

/** A question crosses libraries: the story of the README, on desks in memory. */
class StoryTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Network network = new Network(Weather.fair(1));
    private final Library hub = new Library(network, "north.test");
    private final Library uppsala = new Library(network, "uppsala.test");
    private final Library tehran = new Library(network, "tehran.test");
    private final Library helsinki = new Library(network, "helsinki.test");
    private final Service askNorth = hub.offers("ask-north", 30, null, 30);
    private final Service desk = uppsala.offers("desk", 5, askNorth.address(), 30);
    private final OperatorClient lars = uppsala.operator("lars", speaks("sv"), 2);
    private final OperatorClient shirin = tehran.operator("shirin", speaks("fa"), 2);
    private final OperatorClient aino = helsinki.operator("aino", knows("law"), 2);
    private final PatronClient mina =
            new PatronClient(network, uppsala, desk, Address.parse("mina@uppsala.test/laptop"));

    @Test
    void aQuestionCrossesLibrariesAndASessionChangesHands() {
        everybodyIsOnDuty();

        mina.writes("What may a daughter inherit?");
        soon(shirin::rung);
        assertThat(lars.rung()).as("has no Persian").isFalse();
        SessionId session = shirin.chat().session;
        shirin.writes(session, "salam");
        soon(() -> mina.heard().contains("salam"));
        assertThat(mina.heard())
                .containsExactly("PATRON_WELCOME[desk]", "PATRON_OPERATOR_JOINED[tehran.test]", "salam");

        for (int turn = 1; turn <= 3; turn++) {
            String question = "question " + turn;
            String answer = "answer " + turn;
            mina.writes(question);
            soon(() -> shirin.chat().lines.contains(question));
            shirin.writes(session, answer);
            soon(() -> mina.heard().contains(answer));
        }

        shirin.does(session, new OperatorAct.HandOver(subject("law"), null, "a lawyer"));
        soon(aino::rung);
        aino.does(session, new OperatorAct.Take());
        soon(() -> shirin.chat().over());
        assertThat(shirin.chat().notes).last().isEqualTo("OPERATOR_RELEASED_TRANSFERRED");
        soon(() -> aino.chat().lines.size() == 11);
        assertThat(aino.chat().lines)
                .containsExactly(
                        "What may a daughter inherit?",
                        "OPERATOR_LINE_OF_DESK[PATRON_WELCOME[desk]]",
                        "OPERATOR_LINE_OF_DESK[PATRON_OPERATOR_JOINED[tehran.test]]",
                        "OPERATOR_LINE_OF_OPERATOR[salam]",
                        "question 1",
                        "OPERATOR_LINE_OF_OPERATOR[answer 1]",
                        "question 2",
                        "OPERATOR_LINE_OF_OPERATOR[answer 2]",
                        "question 3",
                        "OPERATOR_LINE_OF_OPERATOR[answer 3]",
                        "OPERATOR_LINE_OF_DESK[PATRON_SPECIALIST_JOINED[helsinki.test]]");

        mina.writes("thank you");
        soon(() -> aino.chat().lines.contains("thank you"));
        aino.writes(session, "the law says half");
        soon(() -> mina.heard().contains("the law says half"));
        aino.does(session, new OperatorAct.Close(Resolution.ANSWERED, 5));
        soon(() -> aino.chat().over());

        assertThat(mina.heard())
                .containsExactly(
                        "PATRON_WELCOME[desk]",
                        "PATRON_OPERATOR_JOINED[tehran.test]",
                        "salam",
                        "answer 1",
                        "answer 2",
                        "answer 3",
                        "PATRON_SPECIALIST_JOINED[helsinki.test]",
                        "the law says half",
                        "PATRON_CLOSED");
        assertThat(mina.heardFrom()).containsOnly(desk.address());
        assertCounts();
        assertNothingIsLeft();
    }

    @Test
    void theTalkGoesOnWithoutTheHub() {
        everybodyIsOnDuty();
        mina.writes("What may a daughter inherit?");
        soon(shirin::rung);
        shirin.writes(shirin.chat().session, "salam");
        soon(() -> mina.heard().contains("salam"));
        hub.crash();
        mina.writes("are you still there?");
        soon(() -> shirin.chat().lines.contains("are you still there?"));
        shirin.does(shirin.chat().session, new OperatorAct.Close(Resolution.ANSWERED, 2));
        soon(() -> mina.heard().contains("PATRON_CLOSED"));
    }

    @Test
    void aRestartedHomeDeskRingsTheSameOperatorAgain() {
        everybodyIsOnDuty();
        mina.writes("What may a daughter inherit?");
        soon(shirin::rung);
        SessionId session = shirin.chat().session;
        uppsala.crash();
        uppsala.start();
        soon(() -> shirin.chats().get(session).size() == 2);
        assertThat(shirin.chat().notes).containsExactly("OPERATOR_RETRACTED");
        shirin.writes(session, "salam");
        soon(() -> mina.heard().contains("salam"));
    }

    @Test
    void whoeverComesOnDutyLaterGetsTheQuestionThatWaits() {
        mina.writes("What may a daughter inherit?");
        soon(() -> mina.heard().contains("PATRON_NOBODY_ON_DUTY"));
        network.time.pass(Duration.ofMinutes(10));
        assertThat(mina.heard()).hasSize(2);
        everybodyIsOnDuty();
        assertThat(network.time.until(shirin::rung, Duration.ofSeconds(40))).isTrue();
        shirin.writes(shirin.chat().session, "salam");
        soon(() -> mina.heard().contains("salam"));
    }

    @Test
    void whatIsSaidAfterTheEndBeginsAnotherSession() {
        everybodyIsOnDuty();
        mina.writes("What may a daughter inherit?");
        soon(shirin::rung);
        SessionId first = shirin.chat().session;
        shirin.writes(first, "half");
        soon(() -> mina.heard().contains("half"));
        shirin.does(first, new OperatorAct.Close(Resolution.ANSWERED, 2));
        soon(() -> mina.heard().contains("PATRON_CLOSED"));
        mina.writes("and a son?");
        soon(() -> shirin.chats().size() == 2);
        assertThat(uppsala.counted("asked uppsala.test")).isEqualTo(2);
    }

    @Test
    void whatHappenedIsCountedAtHomeAndInEachStaffRoomAlsoOverACrash() {
        everybodyIsOnDuty();
        mina.writes("What may a daughter inherit?");
        soon(shirin::rung);
        shirin.writes(shirin.chat().session, "salam");
        soon(() -> mina.heard().contains("salam"));
        SessionId session = shirin.chat().session;
        shirin.does(session, new OperatorAct.HandOver(subject("law"), null, "a lawyer"));
        soon(aino::rung);
        aino.does(session, new OperatorAct.Take());
        soon(() -> shirin.chat().over());
        for (int lives = 1; lives <= 2; lives++) {
            Tally patrons = uppsala.tallied().get("desk PATRONS");
            assertThat(List.of(patrons.questions(), patrons.answered(), patrons.transfers()))
                    .containsOnly(1);
            assertThat(List.of(patrons.unanswered(), patrons.left())).containsOnly(0);
            assertThat(patrons.waits().count()).isEqualTo(1);
            Tally own = uppsala.tallied().get("desk STAFF_ROOM");
            assertThat(List.of(own.questions(), own.answered(), own.unanswered()))
                    .isEqualTo(List.of(1, 0, 1));
            Tally north = hub.tallied().get("ask-north STAFF_ROOM");
            assertThat(List.of(north.questions(), north.answered(), north.unanswered()))
                    .isEqualTo(List.of(1, 1, 0));
            assertThat(hub.tallied()).doesNotContainKey("ask-north PATRONS");
            uppsala.crash();
            hub.crash();
            uppsala.start();
            hub.start();
        }
    }

    private void everybodyIsOnDuty() {
        uppsala.onDuty("lars", uppsala, desk);
        uppsala.onDuty("lars", hub, askNorth);
        tehran.onDuty("shirin", hub, askNorth);
        helsinki.onDuty("aino", hub, askNorth);
        network.time.pass(Duration.ofSeconds(1));
    }

    private void assertCounts() {
        assertThat(List.of(
                        uppsala.counted("asked uppsala.test"),
                        uppsala.counted("answered-by tehran.test"),
                        uppsala.counted("transferred-to helsinki.test"),
                        uppsala.counted("closed helsinki.test"),
                        uppsala.counted("closed answered"),
                        uppsala.counted("closed READ 5"),
                        tehran.counted("answered-for uppsala.test"),
                        helsinki.counted("answered-for uppsala.test"),
                        helsinki.counted("closed-for uppsala.test"),
                        helsinki.counted("closed-for READ 5")))
                .containsOnly(1L);
        assertThat(tehran.counted("closed-for")).isZero();
    }

    private void assertNothingIsLeft() {
        assertThat(uppsala.journal.live(StateKey.Kind.SESSION, SessionRecord.class))
                .isEmpty();
        assertThat(tehran.journal.live(StateKey.Kind.ENGAGEMENT, EngagementRecord.class))
                .isEmpty();
        assertThat(helsinki.journal.live(StateKey.Kind.ENGAGEMENT, EngagementRecord.class))
                .isEmpty();
    }

    private void soon(BooleanSupplier so) {
        assertThat(network.time.until(so, SOON)).isTrue();
    }
}
