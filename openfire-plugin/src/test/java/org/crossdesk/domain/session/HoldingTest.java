package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.SHIRIN;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.Released;
import org.junit.jupiter.api.Test;

/** Somebody is gone: the owner's client, their desk, or the patron. */
class HoldingTest {
    private static final SessionEvent GONE = new SessionEvent.PatronLink(Sample.PATRON, false);
    private static final SessionEvent BACK = new SessionEvent.PatronLink(Sample.PATRON, true);

    @Test
    void aSilentDeskIsFoundOutByVainTries() {
        Home home = Home.ownedByShirin().patronSays("are you there?", "m1");
        int tries = 0;
        while (home.state().held() == null) {
            home.resendIsDue(1);
            assertThat(++tries).isLessThan(20);
        }
        assertThat(home.play.told()).containsExactly("PATRON_OWNER_HELD");
        int lines = home.state().transcript().size();
        home.resendIsDue(1);
        assertThat(home.play.told()).as("once").isEmpty();
        home.acks(SHIRIN, 1, lines);
        assertThat(home.play.told()).containsExactly("PATRON_OWNER_BACK");
        assertThat(home.state().owner().tries()).isZero();
    }

    @Test
    void theWaitsGrowUpToTheirBound() {
        Home home = Home.ownedByShirin().patronSays("are you there?", "m1");
        List<Duration> waits = new java.util.ArrayList<>(home.play.wakesIn(Alarm.Kind.RESEND));
        for (int i = 0; i < 4; i++) {
            home.resendIsDue(1);
            waits.addAll(home.play.wakesIn(Alarm.Kind.RESEND));
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(1_250),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
    }

    @Test
    void anOwnerWhoIsAwayIsWaitedFor() {
        Home home = Home.held();
        assertThat(home.play.told()).containsExactly("PATRON_OWNER_HELD");
        assertThat(home.acks(SHIRIN, 1, 4).state().held())
                .as("their desk is not they")
                .isNotNull();
        home.fromDesk(SHIRIN, new Absence(Home.SESSION, 1, false));
        assertThat(home.play.told()).containsExactly("PATRON_OWNER_BACK");
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
    }

    @Test
    void anOwnerWhoStaysAwayLosesTheSession() {
        Home home = Home.held();
        Alarm alarm = home.play.alarms(Alarm.Kind.TAKE_BACK).get(0);
        home.happens(new SessionEvent.Rang(alarm));
        assertThat(home.state().owner()).as("not yet").isNotNull();
        home.after(Home.POLICY.takeBack()).happens(new SessionEvent.Rang(alarm));
        assertThat(home.state().owner()).isNull();
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.TAKEN_BACK, 0));
        assertThat(home.play.sent(Question.class)).hasSize(1);
        assertThat(home.play.told()).containsExactly("PATRON_OPERATOR_LOST");
        assertThat(home.accepts(SHIRIN).state().epoch()).isEqualTo(2);
    }

    @Test
    void aPatronComesBackToTheSameSession() {
        Home home = Home.patronGone();
        assertThat(home.transcript()).endsWith("A: ASIDE_PATRON_GONE[5]");
        Alarm alarm = home.play.alarms(Alarm.Kind.GRACE).get(0);
        home.after(Duration.ofMinutes(4)).happens(BACK);
        assertThat(home.transcript()).endsWith("A: ASIDE_PATRON_BACK[5]");
        home.after(Duration.ofMinutes(2)).happens(new SessionEvent.Rang(alarm));
        assertThat(home.state().closed()).isFalse();
    }

    @Test
    void writingIsComingBack() {
        assertThat(Home.patronGone().patronSays("here again", "m9").state().patronGoneSince())
                .isNull();
    }

    @Test
    void aPatronWhoStaysAwayHasLeft() {
        Home home = Home.patronGone();
        Alarm alarm = home.play.alarms(Alarm.Kind.GRACE).get(0);
        home.after(Home.POLICY.grace()).happens(new SessionEvent.Rang(alarm));
        assertThat(home.state().closed()).isTrue();
        home.fromDesk(SHIRIN, new Ack(Home.SESSION, 1, 1));
        assertThat(home.play.sent(Released.class))
                .containsExactly(new Released(Home.SESSION, 1, Released.Reason.PATRON_LEFT, 0));
    }

    @Test
    void aPatronWhoLeavesWhileWaitingIsAnsweredLater() {
        Home home = Home.asked().happens(GONE);
        assertThat(home.transcript()).noneMatch(line -> line.startsWith("A:"));
        home.after(Home.POLICY.grace())
                .happens(
                        new SessionEvent.Rang(home.play.alarms(Alarm.Kind.GRACE).get(0)));
        assertThat(home.state().closed()).isFalse();
        assertThat(home.state().followUp()).isNotNull();
        assertThat(home.state().patronGoneSince()).isNull();
    }

    @Test
    void theTimersAreSetAgainAfterARestart() {
        assertThat(Home.held().after(Duration.ofMinutes(4)).restarts().play.wakesIn(Alarm.Kind.TAKE_BACK))
                .containsExactly(Duration.ofSeconds(359));
        assertThat(Home.patronGone()
                        .after(Duration.ofMinutes(4))
                        .restarts()
                        .play
                        .wakesIn(Alarm.Kind.GRACE))
                .containsExactly(Duration.ofSeconds(59));
    }

    @Test
    void whoReturnsLaterIsKnownToHaveAskedBefore() {
        EarlierSession earlier = new EarlierSession(Sample.session(3), Sample.SHIRIN);
        var said = (SessionEvent.PatronSaid) Home.asked().patron(Sample.PATRON, "and a son?", "m1");
        var opened = Home.MACHINE.open(Home.SESSION, said, earlier, new Moment(Sample.START, Sample.token(9)));
        assertThat(opened.records())
                .anyMatch(record -> record instanceof SessionRecord.DeskUttered uttered
                        && uttered.line().body().equals("ASIDE_EARLIER_SESSION[" + earlier.id() + "]"));
        assertThat(new org.crossdesk.domain.Play<>(Home.MACHINE, opened).sent(Question.class))
                .extracting(Question::preferred)
                .containsExactly(Sample.SHIRIN);
    }

    @Test
    void operatorsSeeWhetherThePatronIsThere() {
        Home home = Home.consulting().happens(GONE);
        assertThat(home.play.sent(Activity.class)).containsExactly(activity(1, false), activity(2, false));
        assertThat(home.happens(GONE).play.sent(Activity.class)).as("once").isEmpty();
        home.happens(BACK);
        assertThat(home.play.sent(Activity.class)).containsExactly(activity(1, true), activity(2, true));
        assertThat(home.happens(BACK).play.sent(Activity.class)).as("once").isEmpty();
        assertThat(home.happens(GONE).patronSays("here again", "m9").play.sent(Activity.class))
                .as("by what they say, too")
                .contains(activity(1, true));
    }

    @Test
    void whoComesIntoASessionSeesThatThePatronIsGone() {
        Home home = Home.patronGone().wants(AINO, Role.COLLEAGUE).accepts(AINO);
        assertThat(home.play.sent(Activity.class)).as("joined").containsExactly(activity(2, false));
        home = Home.patronGone().asksToHandOver(SHIRIN, 1, AINO).accepts(AINO);
        assertThat(home.play.sent(Activity.class)).as("owner").containsExactly(activity(2, false));
        home = Home.ownedByShirin().asksToHandOver(SHIRIN, 1, AINO).accepts(AINO);
        assertThat(home.play.sent(Activity.class)).as("there").isEmpty();
    }

    private static Activity activity(long epoch, boolean there) {
        return new Activity(Home.SESSION, epoch, there ? ChatState.ACTIVE : ChatState.INACTIVE);
    }
}
