package org.crossdesk.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Play;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

class OutboxMachineTest {
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(
            "uppsala.test",
            4,
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            2,
            Duration.ofHours(1));
    private static final OutboxMachine MACHINE = new OutboxMachine(POLICY);
    private static final Address MINA = Sample.PATRON.bare();
    private static final Address AFAR = Address.parse("mina@elsewhere.test/x");
    private static final Alarm HOLD = new Alarm(Alarm.Kind.HOLD, "");
    private static final Alarm RETRY = new Alarm(Alarm.Kind.RESEND, "");

    private final Play<Outbox, OutboxEvent, OutboxRecord> mina = opened(Sample.PATRON);

    private static Play<Outbox, OutboxEvent, OutboxRecord> opened(Address client) {
        return new Play<>(MACHINE, MACHINE.open(client));
    }

    private static OutboxEvent told(Address to, String body) {
        return new OutboxEvent.Post(new Effect.Tell(Sample.UPPSALA_DESK, to, body, null, List.of()), false);
    }

    private static OutboxEvent told(String body) {
        return told(Sample.PATRON, body);
    }

    private static List<String> brought(Play<Outbox, OutboxEvent, OutboxRecord> play) {
        return play.effects(Effect.Deliver.class)
                .map(deliver -> deliver.letter().body() + " to " + deliver.to() + (deliver.again() ? " again" : ""))
                .toList();
    }

    private static String id(Play<Outbox, OutboxEvent, OutboxRecord> play, String body) {
        return play.state().letters().stream()
                .filter(letter -> letter.body().equals(body))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<String> left(Play<Outbox, OutboxEvent, OutboxRecord> play) {
        return play.state().letters().stream().map(Letter::body).toList();
    }

    private static List<OutboxRecord> kept(Play<Outbox, OutboxEvent, OutboxRecord> play) {
        return play.records().stream().filter(OutboxRecord::kept).toList();
    }

    @Test
    void whoIsThereIsToldAtOnceAndWhoIsNotWhenTheyCome() {
        assertThat(brought(mina.happens(told("one")))).containsExactly("one to " + Sample.PATRON);
        mina.happens(new OutboxEvent.Gone(true));
        assertThat(mina.wakesIn(Alarm.Kind.HOLD)).containsExactly(POLICY.hold());
        assertThat(brought(mina.happens(told("two")))).isEmpty();
        assertThat(brought(mina.happens(new OutboxEvent.Came(Sample.PATRON_PHONE))))
                .containsExactly(
                        "one to " + Sample.PATRON_PHONE + " again", "two to " + Sample.PATRON_PHONE + " again");
    }

    @Test
    void whoseLinkIsInDoubtIsToldNothingYet() {
        Effect.Tell tell = new Effect.Tell(Sample.UPPSALA_DESK, Sample.PATRON, "one", null, List.of());
        assertThat(brought(mina.happens(new OutboxEvent.Post(tell, true)))).isEmpty();
        assertThat(left(mina)).containsExactly("one");
    }

    @Test
    void aReceiptIsForItsOwnWordsAlone() {
        mina.happens(told("to the phone")).happens(told("to the laptop"));
        mina.happens(new OutboxEvent.Confirmed(id(mina, "to the laptop")));
        assertThat(left(mina)).containsExactly("to the phone");
        assertThat(brought(mina.happens(new OutboxEvent.Gone(false))))
                .containsExactly("to the phone to " + MINA + " again");
        mina.happens(new OutboxEvent.Confirmed("of something else"));
        assertThat(mina.last().records()).isEmpty();
    }

    @Test
    void whatIsConfirmedIsWrittenDownWithWhatIsToldNext() {
        mina.happens(told("one")).happens(told("two")).happens(told("three"));
        mina.happens(new OutboxEvent.Confirmed(id(mina, "one")));
        mina.happens(new OutboxEvent.Confirmed(id(mina, "three")));
        assertThat(mina.last().records()).noneMatch(OutboxRecord::kept);
        mina.happens(told("four"));
        assertThat(mina.fold(kept(mina)).letters()).isEqualTo(mina.state().letters());
        assertThat(left(mina)).containsExactly("two", "four");
    }

    @Test
    void afterARestartWhoComesGetsWhatIsLeft() {
        mina.happens(told("one"));
        Outbox read = mina.fold(kept(mina));
        assertThat(read.there()).as("nobody is there after a restart").isFalse();
        Decision<OutboxRecord> restarted = MACHINE.decide(read, new OutboxEvent.Restarted(), moment());
        assertThat(restarted.effects()).containsExactly(new Effect.Wake(HOLD, POLICY.hold()));
        Decision<OutboxRecord> came = MACHINE.decide(read, new OutboxEvent.Came(Sample.PATRON), moment());
        assertThat(came.effects()).hasSize(1);
    }

    private static Moment moment() {
        return new Moment(Sample.START, "x");
    }

    @Test
    void whoIsGoneForTooLongGetsItFromTheServerWhichIsGivenTimeToKeepIt() {
        mina.happens(told("one")).happens(new OutboxEvent.Gone(true)).happens(new OutboxEvent.Rang(HOLD));
        assertThat(brought(mina)).containsExactly("one to " + MINA + " again");
        assertThat(mina.wakesIn(Alarm.Kind.HOLD)).containsExactly(POLICY.handing());
        assertThat(mina.fold(kept(mina)).letters())
                .as("a machine that dies now")
                .hasSize(1);
        assertThat(brought(mina.happens(told("two")))).containsExactly("two to " + MINA + " again");
        assertThat(mina.happens(new OutboxEvent.Rang(HOLD)).state().over()).isTrue();
        assertThat(mina.fold(kept(mina)).over()).isTrue();
    }

    @Test
    void whoComesBackMeanwhileKeepsTheOutbox() {
        mina.happens(told("one")).happens(new OutboxEvent.Gone(true)).happens(new OutboxEvent.Rang(HOLD));
        mina.happens(new OutboxEvent.Came(Sample.PATRON)).happens(new OutboxEvent.Rang(HOLD));
        assertThat(mina.state().over()).isFalse();
        assertThat(left(mina)).containsExactly("one");
    }

    @Test
    void moreThanCanBeHeldGoesToTheServer() {
        mina.happens(new OutboxEvent.Gone(true));
        mina.happens(told("1")).happens(told("2")).happens(told("3")).happens(told("4"));
        assertThat(brought(mina)).hasSize(4).first().asString().startsWith("1 to " + MINA);
        assertThat(brought(mina.happens(told("5")))).containsExactly("5 to " + MINA + " again");
    }

    @Test
    void somebodyElsewhereIsToldAgainForAWhile() {
        Play<Outbox, OutboxEvent, OutboxRecord> afar = opened(AFAR);
        afar.happens(told(AFAR, "one"));
        assertThat(brought(afar)).containsExactly("one to " + AFAR);
        assertThat(afar.wakesIn(Alarm.Kind.RESEND)).containsExactly(POLICY.retry());
        afar.happens(new OutboxEvent.Gone(true));
        assertThat(brought(afar.happens(new OutboxEvent.Rang(RETRY)))).hasSize(1);
        assertThat(brought(afar.happens(new OutboxEvent.Rang(RETRY)))).hasSize(1);
        assertThat(afar.happens(new OutboxEvent.Rang(RETRY)).state().over()).isTrue();
        Play<Outbox, OutboxEvent, OutboxRecord> quiet = opened(AFAR);
        assertThat(quiet.happens(new OutboxEvent.Rang(HOLD)).state().over()).isTrue();
    }

    /** Walks the table: every event in every state is decided, and what is kept of it reads back. */
    @Test
    void everyEventInEveryState() {
        for (Address client : List.of(Sample.PATRON, AFAR)) {
            Map<String, Play<Outbox, OutboxEvent, OutboxRecord>> states = new LinkedHashMap<>();
            states.put("empty", opened(client));
            states.put("waiting", opened(client).happens(told(client, "one")));
            states.put("gone", opened(client).happens(told(client, "one")).happens(new OutboxEvent.Gone(true)));
            states.put(
                    "handing over",
                    opened(client)
                            .happens(told(client, "one"))
                            .happens(new OutboxEvent.Gone(true))
                            .happens(new OutboxEvent.Rang(HOLD)));
            states.forEach((name, play) -> {
                String waiting = play.state().letters().isEmpty()
                        ? "none"
                        : play.state().letters().get(0).id();
                for (OutboxEvent event : List.of(
                        told(client, "more"),
                        new OutboxEvent.Confirmed(waiting),
                        new OutboxEvent.Confirmed("unknown"),
                        new OutboxEvent.Came(client),
                        new OutboxEvent.Gone(true),
                        new OutboxEvent.Gone(false),
                        new OutboxEvent.Rang(HOLD),
                        new OutboxEvent.Rang(RETRY),
                        new OutboxEvent.Rang(new Alarm(Alarm.Kind.STEP, "x")),
                        new OutboxEvent.Restarted())) {
                    Outbox after = play.state();
                    for (OutboxRecord record : play.considers(event).records()) {
                        after = MACHINE.evolve(after, record);
                    }
                    assertThat(after.person()).as("%s: %s", name, event).isEqualTo(client.bare());
                    assertThat(MACHINE.begin(new OutboxRecord.Standing(after))).isEqualTo(after);
                }
            });
        }
    }
}
