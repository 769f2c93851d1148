package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.SHIRIN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Relay;
import org.junit.jupiter.api.Test;

/** How lines travel to the owner's desk until it has acknowledged them. */
class RelayTest {
    @Test
    void atMostFiftyLinesAreUnderWay() {
        Home home = withLines(120).accepts(SHIRIN);
        assertThat(relayed(home)).containsExactlyElementsOf(seqs(1, 50));
        home.patronSays("more", "more");
        assertThat(relayed(home)).isEmpty();
        home.acks(SHIRIN, 1, 10);
        assertThat(relayed(home)).containsExactlyElementsOf(seqs(51, 60));
        home.acks(SHIRIN, 1, 60);
        assertThat(relayed(home)).containsExactlyElementsOf(seqs(61, 110));
    }

    @Test
    void whatIsNotAcknowledgedGoesOutAgain() {
        Home home = withLines(10).accepts(SHIRIN);
        home.acks(SHIRIN, 1, 4).resendIsDue(1);
        assertThat(relayed(home)).containsExactlyElementsOf(seqs(5, 11));
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).hasSize(1);
        home.acks(SHIRIN, 1, 11).resendIsDue(1);
        assertThat(home.play.last().effects()).isEmpty();
    }

    @Test
    void aRestartedDeskSendsFromTheBeginningOfWhatItDoesNotKnowToBeThere() {
        Home home = Home.ownedByShirin();
        Session replayed = home.play.fold(
                home.play.records().stream().filter(SessionRecord::kept).toList());
        assertThat(replayed.owner().ackedUpTo()).isZero();
        var again = Home.MACHINE.decide(replayed, new SessionEvent.Restarted(), new Moment(Sample.START, "x"));
        assertThat(again.effects()).filteredOn(Effect.Send.class::isInstance).hasSize(1);
    }

    @Test
    void oldAndOverreachingAcknowledgementsDoNoHarm() {
        Home home = withLines(10).accepts(SHIRIN).acks(SHIRIN, 1, 8);
        home.acks(SHIRIN, 1, 3);
        assertThat(home.state().owner().ackedUpTo()).isEqualTo(8);
        home.acks(SHIRIN, 1, 1_000_000);
        assertThat(home.state().owner().ackedUpTo()).isEqualTo(11);
        home.acks(SHIRIN, 2, 3);
        assertThat(home.state().owner().ackedUpTo()).isEqualTo(11);
    }

    @Test
    void aPatronWhoGoesOnWritingDoesNotPutOffTheResending() {
        Home home = Home.ownedByShirin().patronSays("one", "m1");
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).hasSize(1);
        home.patronSays("two", "m2");
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).isEmpty();
        home.says(SHIRIN, 1, 1, "three");
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).isEmpty();
        home.acks(SHIRIN, 1, 4);
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).as("progress").hasSize(1);
        home.acks(SHIRIN, 1, 6).patronSays("four", "m3");
        assertThat(home.play.alarms(Alarm.Kind.RESEND)).as("all was there").hasSize(1);
    }

    @Test
    void oneRelayStaysBelowAServersLimitForAStanza() {
        SessionMachine machine =
                new SessionMachine(new SessionPolicy(200, 20_000, Duration.ofSeconds(5)), Sample.PHRASES);
        Home home = Home.asked();
        Session state = home.state();
        for (int i = 0; i < 10; i++) {
            Line line =
                    new Line(state.transcript().size() + 1L, Sample.START, Speaker.PATRON, 0, 0, "x".repeat(20_000));
            state = machine.evolve(state, new SessionRecord.PatronUttered(line, state.patron(), null));
        }
        var accepted = machine.decide(
                state,
                new SessionEvent.DeskSent(
                        Sample.asker(SHIRIN, state.home()),
                        Home.accept(SHIRIN, state.call().question())),
                new Moment(Sample.START, Sample.token(1)));
        List<Relay> relays = new ArrayList<>();
        accepted.effects().forEach(effect -> {
            if (effect instanceof Effect.Send send && send.payload() instanceof Relay relay) {
                relays.add(relay);
            }
        });
        assertThat(relays).hasSizeGreaterThan(1);
        assertThat(relays.stream().flatMap(relay -> relay.utterances().stream()).map(Utterance::seq))
                .containsExactlyElementsOf(seqs(1, 13));
    }

    private static Home withLines(int lines) {
        Home home = Home.asked();
        for (int i = 0; home.state().transcript().size() < lines; i++) {
            home.patronSays("line", "line" + i);
        }
        return home;
    }

    private static List<Long> relayed(Home home) {
        return home.play.sent(Relay.class).stream()
                .flatMap(relay -> relay.utterances().stream())
                .map(Utterance::seq)
                .toList();
    }

    private static List<Long> seqs(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
