package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.GUEST;
import static org.crossdesk.domain.Sample.GUEST_AGAIN;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resumed;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Released;
import org.junit.jupiter.api.Test;

/** A patron comes back from another address. Ask Services, section "Coming Back". */
class ComingBackTest {
    private static final SessionEvent.PatronLink GUEST_GONE = new SessionEvent.PatronLink(GUEST, false);

    @Test
    void whoAsksForATokenGetsItWithTheReceiptAndTheSameOneAgain() {
        Home home = Home.askedByGuest();
        Effect.Confirm confirmed =
                home.play.effects(Effect.Confirm.class).findFirst().orElseThrow();
        Resumable token = new Resumable(home.state().token().orElseThrow());
        assertThat(confirmed.payloads()).containsExactly(new LineNumber(1, 0, Speaker.PATRON), token);
        home.happens(Home.guest(GUEST, "inheritance?", "m0"));
        assertThat(home.play.effects(Effect.Confirm.class)).containsExactly(confirmed);
        assertThat(home.state().transcript().size()).as("said once").isEqualTo(2);
    }

    @Test
    void aPlainClientSeesNothingOfIt() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "salam");
        assertThat(home.state().token()).isEmpty();
        assertThat(home.play.effects(Effect.Tell.class))
                .allMatch(tell -> tell.payloads().isEmpty());
        home.patronSays("where?", "m1");
        assertThat(home.play.effects(Effect.Confirm.class))
                .allMatch(confirm -> confirm.payloads().isEmpty());
    }

    @Test
    void whatIsToldSaysWhichLineItIs() {
        Home home = Home.ofGuestByShirin().says(SHIRIN, 1, 1, "salam");
        assertThat(home.play.effects(Effect.Tell.class))
                .containsExactly(new Effect.Tell(
                        UPPSALA_DESK,
                        GUEST,
                        "salam",
                        null,
                        List.of(new LineNumber(4, 3, Speaker.OPERATOR)),
                        new Said(Home.SESSION.value() + "-4", null, null, false)));
    }

    @Test
    void whoComesBackIsToldWhatTheyLackInOrderAndThenGoesOn() {
        Home home = Home.ofGuestByShirin().happens(Home.guest(GUEST, "a house", "m1"));
        home.happens(GUEST_GONE).says(SHIRIN, 1, 1, "where?").says(SHIRIN, 1, 2, "since when?");
        Duration away = Duration.ofMinutes(4);
        home.after(away).comesBack(GUEST_AGAIN, 3);
        assertThat(home.play.sent(Resumed.class)).containsExactly(new Resumed(7, false));
        assertThat(home.play.effects(Effect.Tell.class))
                .allMatch(tell -> tell.to().equals(GUEST_AGAIN));
        assertThat(home.play.told()).containsExactly("a house", "where?", "since when?");
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::payloads)
                .containsExactly(
                        List.of(new LineNumber(4, 3, Speaker.PATRON)),
                        List.of(new LineNumber(6, 4, Speaker.OPERATOR)),
                        List.of(new LineNumber(7, 6, Speaker.OPERATOR)));
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::delayedSince)
                .containsExactlyElementsOf(home.state().transcript().from(4, 4).stream()
                        .filter(line -> line.speaker() != Speaker.ASIDE)
                        .map(Line::at)
                        .toList());
        assertThat(home.transcript()).endsWith("A: ASIDE_PATRON_BACK[5]");
        home.says(SHIRIN, 1, 3, "good");
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::to)
                .containsExactly(GUEST_AGAIN);
    }

    @Test
    void twoWindowsAreOneConversation() {
        Home home = Home.ofGuestByShirin().comesBack(GUEST_AGAIN, 3).says(SHIRIN, 1, 1, "salam");
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::to)
                .containsExactly(GUEST, GUEST_AGAIN);
        home.happens(Home.guest(GUEST_AGAIN, "from the second", "n1"));
        assertThat(home.play.effects(Effect.Tell.class))
                .containsExactly(new Effect.Tell(
                        UPPSALA_DESK,
                        GUEST,
                        "from the second",
                        null,
                        List.of(new LineNumber(5, 4, Speaker.PATRON)),
                        new Said(Home.SESSION.value() + "-5", null, null, false, true)));
        home.happens(Home.guest(GUEST, "from the first", "m1"));
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::to)
                .containsExactly(GUEST_AGAIN);
        assertThat(home.state().transcript().size()).isEqualTo(6);
    }

    @Test
    void whatIsSaidAgainFromTheNextAddressIsOneLine() {
        Home home = Home.ofGuestByShirin().happens(Home.guest(GUEST, "a house", "m1"));
        home.comesBack(GUEST_AGAIN, 3).happens(Home.guest(GUEST_AGAIN, "a house", "m1"));
        assertThat(home.play.confirmed()).containsExactly("m1");
        assertThat(home.transcript()).containsOnlyOnce("P: a house");
    }

    @Test
    void whatWasSaidInOneWindowIsCorrectedInAnother() {
        Home home = Home.ofGuestByShirin()
                .happens(Home.guest(GUEST, "a hause", "m1"))
                .comesBack(GUEST_AGAIN, 0);
        String known = Home.SESSION.value() + "-4";
        home.happens(new SessionEvent.PatronSaid(
                Sample.SERVICE,
                GUEST_AGAIN,
                "a house",
                Sample.asker(GUEST_AGAIN, UPPSALA_DESK),
                "n1",
                "n1",
                "fa",
                new Attached(known, null, false)));
        assertThat(home.state().transcript().from(5, 1).get(0).extras().corrects())
                .isEqualTo(4);
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(tell -> tell.said().replaces())
                .containsExactly(known);
    }

    @Test
    void thePatronIsGoneWhenTheLastWindowIs() {
        Home home = Home.ofGuestByShirin().comesBack(GUEST_AGAIN, 3).happens(GUEST_GONE);
        assertThat(home.state().patronGoneSince()).isNull();
        home.says(SHIRIN, 1, 1, "salam");
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::to)
                .containsExactly(GUEST_AGAIN);
        home.happens(new SessionEvent.PatronLink(GUEST_AGAIN, false));
        assertThat(home.state().patronGoneSince()).isNotNull();
        assertThat(home.play.wakesIn(Alarm.Kind.GRACE)).containsExactly(Home.POLICY.grace());
    }

    @Test
    void whoIsTheFifthMakesTheFirstLeave() {
        Home home = Home.ofGuestByShirin();
        for (int i = 2; i <= Whereabouts.ADDRESSES_MAX; i++) {
            home.comesBack(guest(i), 3);
        }
        home.comesBack(guest(5), 3);
        assertThat(home.state().at().addresses()).hasSize(Whereabouts.ADDRESSES_MAX);
        assertThat(home.play.effects(Effect.Tell.class))
                .containsExactly(new Effect.Tell(
                        UPPSALA_DESK, guest(2), "PATRON_GOES_ON_ELSEWHERE", null, List.of(new Closed())));
        home.happens(new SessionEvent.PatronLink(guest(3), false)).comesBack(guest(6), 3);
        assertThat(home.play.effects(Effect.Tell.class))
                .as("one that is gone makes room")
                .isEmpty();
        assertThat(home.state().audience()).containsExactly(GUEST, guest(4), guest(5), guest(6));
    }

    private static Address guest(int number) {
        return Address.parse("g" + number + "@uppsala.test/g" + number);
    }

    @Test
    void aGuestWhoNeverReturnsAfterARestartHasLeft() {
        Home home = Home.ofGuestByShirin().readAgain().restarts();
        assertThat(home.play.wakesIn(Alarm.Kind.GRACE)).containsExactly(Home.POLICY.grace());
        Alarm alarm = home.play.alarms(Alarm.Kind.GRACE).get(0);
        home.after(Home.POLICY.grace()).happens(new SessionEvent.Rang(alarm));
        assertThat(home.state().closed()).isTrue();
        home.fromDesk(SHIRIN, new Ack(Home.SESSION, 1, 1));
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.PATRON_LEFT, 0));
    }

    @Test
    void aGuestWhoReturnsAfterARestartGoesOn() {
        Home home = Home.ofGuestByShirin().readAgain().restarts();
        Alarm alarm = home.play.alarms(Alarm.Kind.GRACE).get(0);
        home.comesBack(GUEST_AGAIN, 1);
        assertThat(home.play.told())
                .containsExactly("PATRON_WELCOME[Ask Uppsala]", "PATRON_OPERATOR_JOINED[tehran.test]");
        home.after(Home.POLICY.grace()).happens(new SessionEvent.Rang(alarm));
        assertThat(home.state().closed()).isFalse();
        assertThat(home.state().audience()).containsExactly(GUEST_AGAIN);
    }

    @Test
    void whoIsHeardBeforeTheRestartIsTakenUpIsThere() {
        Home home = Home.ofGuestByShirin().readAgain().comesBack(GUEST_AGAIN, 3).restarts();
        assertThat(home.play.wakesIn(Alarm.Kind.GRACE)).isEmpty();
    }

    @Test
    void aQuestionThatWaitsForAGuestWhoNeverReturnsIsAnsweredLater() {
        Home home = Home.askedByGuest().readAgain().unheard();
        assertThat(home.state().followUp()).isNotNull();
        assertThat(home.state().closed()).isFalse();
    }

    @Test
    void aPatronOfAnotherServerIsNotExpectedBack() {
        Address elsewhere = Address.parse("mina@else.test/phone");
        Home home = Home.ownedByShirin();
        home.happens(home.patron(elsewhere, "from elsewhere", "e1"));
        assertThat(home.readAgain().restarts().play.wakesIn(Alarm.Kind.GRACE)).isEmpty();
    }

    @Test
    void anAnswerThatComesLaterIsReadByTheGuestWhoComesBack() {
        Home home = Home.askedByGuest().readAgain().unheard();
        home.comesBack(GUEST_AGAIN, 2);
        assertThat(home.play.told()).containsExactly("PATRON_FOLLOW_UP");
        assertThat(home.state().followUp()).as("to read is not to ask").isNotNull();
        home.happens(Home.guest(GUEST_AGAIN, "are you there now?", "n1"));
        assertThat(home.play.sent(Question.class)).hasSize(1);
    }

    @Test
    void aClosedConversationIsReadToItsEndForAWhile() {
        Home home = Home.ofGuestByShirin().happens(GUEST_GONE).says(SHIRIN, 1, 1, "salam");
        home.closes(SHIRIN, 1);
        assertThat(home.state().closed()).isTrue();
        home.comesBack(GUEST_AGAIN, 3);
        assertThat(home.play.last().records()).as("nothing changes any more").isEmpty();
        assertThat(home.play.sent(Resumed.class)).containsExactly(new Resumed(6, true));
        assertThat(home.play.told()).containsExactly("salam", "PATRON_CLOSED");
        assertThat(home.play.effects(Effect.Tell.class))
                .extracting(Effect.Tell::payloads)
                .last()
                .isEqualTo(List.of(new Closed(), new LineNumber(6, 5, Speaker.DESK)));
        home.after(Home.POLICY.grace()).comesBack(GUEST_AGAIN, 3);
        assertThat(home.play.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
        assertThat(home.play.told()).isEmpty();
    }

    @Test
    void fromAnotherDomainOrAtAnotherServiceTheTokenIsWorthNothing() {
        Home home = Home.ofGuestByShirin().comesBack(Address.parse("g1@else.test/g1"), 0);
        assertThat(home.play.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
        home.happens(new SessionEvent.PatronResumed(Sample.asker(GUEST_AGAIN, Sample.ASK_NORTH), 0));
        assertThat(home.play.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
        assertThat(home.play.told()).isEmpty();
        assertThat(home.state().audience()).containsExactly(GUEST);
    }

    @Test
    void aMoveIsOneRecord() {
        Home home = Home.ofGuestByShirin().comesBack(GUEST_AGAIN, 3);
        assertThat(home.play.last().records().stream().filter(SessionRecord::kept))
                .containsExactly(new SessionRecord.PatronMoved(
                        home.state().token().orElseThrow(), List.of(GUEST.bare(), GUEST_AGAIN.bare())));
        home.comesBack(GUEST_AGAIN, 3);
        assertThat(home.play.last().records()).isEmpty();
    }
}
