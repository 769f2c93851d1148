package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.asker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeskTest {
    private static final Address TEHRAN = Address.parse("ask.tehran.test");

    private final Bench bench;

    private static final Address FAR = Address.parse("ask.tehran.test/mina");

    DeskTest() throws JournalException {
        bench = new Bench();
    }

    @Test
    void whatIsNotWrittenWasNeverSaidAndThePatronHearsIt() {
        bench.patronSays("mina", "first", "1");
        bench.turns();
        bench.journal.failsWhen(() -> true);
        bench.patronSays("mina", "second", "2");
        bench.patronSays("omid", "first", "1");
        bench.turns();
        assertThat(bench.told()).containsExactly("NOT_KEPT", "NOT_KEPT");
        assertThat(bench.of(Effect.Confirm.class)).isEmpty();
        assertThat(bench.refused())
                .containsOnly(Condition.INTERNAL_SERVER_ERROR)
                .hasSize(2);

        bench.journal.failsWhen(() -> false);
        bench.patronSays("mina", "second", "2");
        bench.patronSays("omid", "first", "1");
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class))
                .extracting(Effect.Confirm::stanzaId)
                .containsExactly("2", "1");
        assertThat(sessions().values()).extracting(List::size).hasSize(2);
        sessions().values().forEach(records -> MemoryJournal.fold(Library.SESSIONS, records));
    }

    @Test
    void aPlaceThatWasNotWrittenIsNotTaken() {
        bench.offered(1);
        bench.turns();
        bench.journal.failsWhen(() -> true);
        bench.desk.operatorDid("lars", Sample.session(1), LARS, new OperatorAct.Take(), asker(LARS, UPPSALA));
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.INTERNAL_SERVER_ERROR);
        assertThat(bench.asked(Accept.class)).isEmpty();
        assertThat(bench.loads).isEmpty();
        bench.journal.failsWhen(() -> false);
        takes(1);
        assertThat(bench.asked(Accept.class)).hasSize(1);
        assertThat(bench.loads).containsExactly(Map.entry("lars", 1));
    }

    @Test
    void whoAsksIsRefusedOnceEvenWhereNothingCanBeWritten() {
        bench.journal.failsWhen(() -> true);
        bench.patronSays("mina", "first", "1");
        bench.desk.fromDesk(asker(LARS, UPPSALA), accept(9));
        bench.turns();
        assertThat(bench.of(Effect.Refuse.class))
                .filteredOn(refuse -> refuse.asker().from().equals(LARS))
                .extracting(refuse -> refuse.refusal().condition())
                .containsExactly(Condition.INTERNAL_SERVER_ERROR);
    }

    @Test
    void oneEffectThatBreaksKeepsBackNoneOfTheOthers() {
        bench.outletBreaks(effect -> {
            if (effect instanceof Effect.Confirm) {
                throw new IllegalStateException("a bug");
            }
        });
        bench.patronSays("mina", "first", "1");
        bench.turns();
        assertThat(bench.told()).containsExactly("PATRON_WELCOME[Ask Uppsala]");
        assertThat(bench.asked(Question.class)).hasSize(1);
        assertThat(bench.alarms).hasSize(1);
    }

    @Test
    void anAlarmThatIsNotHeardGoesOffAgain() throws JournalException {
        bench.patronSays("mina", "first", "1");
        bench.turns();
        StateKey session = bench.alarms.keySet().iterator().next();
        Alarm step = bench.alarms.get(session).get(0);
        bench.journal.failsWhen(() -> true);
        bench.desk.rang(session, step);
        bench.turns();
        assertThat(bench.again).containsExactly(step);
        Bench full = new Bench(new MemoryJournal(), new DeskLimits(3, 5, 2, 1, 1, 1, 9));
        full.patronSays("mina", "first", "1");
        full.desk.rang(session, step);
        assertThat(full.again).containsExactly(step);
    }

    @Test
    void aDeskThatComesUpTakesUpEverySessionEvenThoseItHasNoRoomForAtOnce() throws JournalException {
        for (String patron : List.of("a", "b", "c")) {
            bench.patronSays(patron, "?", "1");
        }
        bench.turns();
        Bench small = new Bench(bench.journal, new DeskLimits(3, 5, 2, 2, 2, 1, 9));
        small.turns();
        assertThat(small.asked(Question.class)).hasSize(2);
        assertThat(small.again).hasSize(1);
        StateKey third = new StateKey(
                StateKey.Kind.SESSION, List.copyOf(sessions().keySet()).get(2));
        small.desk.rang(third, small.again.get(0));
        small.turns();
        assertThat(small.asked(Question.class)).hasSize(1);
    }

    @Test
    void aStateThatLeavesAndComesAgainInOneTurnIsKept() throws JournalException {
        bench.offered(1, 1);
        bench.turns();
        bench.desk.retracted(asker(ASK_NORTH, LARS), new Retract(Sample.question(1), "lars"));
        bench.offered(1, 2);
        bench.turns();
        assertThat(bench.alarms).hasSize(1);
        takes(1);
        Bench restarted = new Bench(bench.journal, Bench.LIMITS);
        restarted.turns();
        assertThat(restarted.asked(Accept.class)).containsExactly(accept(1, 2));
        restarted.desk.answered(
                new StateKey(StateKey.Kind.ENGAGEMENT, Sample.token(1) + "/lars"),
                TEHRAN,
                accept(1, 2),
                null,
                new Refusal(Condition.CONFLICT, "taken"));
        restarted.turns();
        assertThat(bench.journal.live(StateKey.Kind.ENGAGEMENT, EngagementRecord.class))
                .isEmpty();
    }

    @Test
    void aLineToAnOperatorAtHomeIsOneWriteAndNoStanza() throws JournalException {
        bench.patronSays("mina", "first", "1");
        bench.turns();
        Question question = bench.asked(Question.class).get(0);
        bench.desk.offered(
                asker(Sample.SERVICE.address(), LARS),
                new Offer(question.call(), Sample.SERVICE.address(), 20),
                Bench.LARS,
                0);
        bench.turns();
        SessionId session = question.call().session();
        bench.desk.operatorDid("lars", session, LARS, new OperatorAct.Take(), asker(LARS, UPPSALA));
        bench.turns();
        assertThat(bench.told()).contains("first");
        int before = bench.journal.writes();
        bench.patronSays("mina", "more", "2");
        bench.turns();
        assertThat(bench.told()).contains("more");
        assertThat(bench.journal.writes()).isEqualTo(before + 1);
        bench.desk.operatorWrote(
                "lars", session, new EngagementEvent.Wrote(LARS, "answer", asker(LARS, UPPSALA), "m1", null));
        bench.turns();
        assertThat(bench.told()).contains("answer");
        assertThat(bench.journal.writes()).isEqualTo(before + 2);
        assertThat(bench.of(Effect.Send.class)).isEmpty();
    }

    @Test
    void aClosedSessionIsForgottenWhenItsRetentionIsOverAndItsCountsStay() throws JournalException {
        bench.patronSays("mina", "first", "1");
        bench.turns();
        String id = sessions().keySet().iterator().next();
        Question question = bench.asked(Question.class).get(0);
        fromAbroad(new Accept(question.call().session(), question.call().question(), "mina"));
        fromAbroad(new Ack(question.call().session(), 1, 100));
        fromAbroad(new CloseRequest(question.call().session(), 1, Resolution.LOST, null));
        Released released = bench.asked(Released.class).get(0);
        bench.desk.answered(new StateKey(StateKey.Kind.SESSION, id), FAR, released, null, null);
        bench.turns();
        assertThat(bench.alarms).isEmpty();
        assertThat(bench.journal.forgetEndedBefore(Sample.START)).isZero();
        bench.time(Duration.ofDays(31));
        bench.desk.forgetEnded(Duration.ofDays(30));
        bench.turns();
        Bench restarted = new Bench(bench.journal, Bench.LIMITS);
        var counts = restarted.desk.counts();
        restarted.turns();
        assertThat(counts.join().of("closed lost")).isEqualTo(1);
        assertThat(restarted.out).isEmpty();
    }

    @Test
    void whatAClosedSessionHasKeptIsNotSaidAgainInAnother() {
        bench.patronSays("mina", "first", "1");
        bench.turns();
        Question question = bench.asked(Question.class).get(0);
        fromAbroad(new Accept(question.call().session(), question.call().question(), "mina"));
        fromAbroad(new Ack(question.call().session(), 1, 100));
        fromAbroad(new CloseRequest(question.call().session(), 1, Resolution.ANSWERED, null));
        bench.patronSays("mina", "first", "1");
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class)).hasSize(1);
        assertThat(bench.asked(Question.class)).isEmpty();
        bench.patronSays("mina", "and then?", "2");
        bench.turns();
        assertThat(bench.asked(Question.class)).hasSize(1);
    }

    @Test
    void aDeskOnItsOwnThreadAnswersAndStops() throws Exception {
        Network network = new Network(Weather.fair(1));
        Desk desk = new Desk(
                new Desk.Machines(Library.SESSIONS, Library.ENGAGEMENTS, Library.OUTBOXES, Library.RINGS),
                Bench.LIMITS,
                new Desk.Ports(
                        new MemoryJournal(),
                        new NoOutlet(),
                        any -> new NoAlarms(),
                        (handle, load) -> {},
                        Sample.PHRASES,
                        network.time,
                        network::name));
        desk.start();
        desk.staff().roster(ASK_NORTH, roster -> roster.with(Sample.onDuty(LARS, Profile.EMPTY)));
        assertThat(desk.onDuty(ASK_NORTH).get(10, TimeUnit.SECONDS).operators()).hasSize(1);
        desk.stop();
        desk.stop();
        assertThat(desk.counts()).isCompletedExceptionally();
    }

    private void takes(long session) {
        bench.desk.operatorWrote(
                "lars",
                Sample.session(session),
                new EngagementEvent.Wrote(LARS, "hello", asker(LARS, UPPSALA), "m" + session, null));
        bench.turns();
    }

    private void fromAbroad(TransferPayload payload) {
        bench.desk.fromDesk(asker(FAR, UPPSALA), payload);
        bench.turns();
    }

    private static Accept accept(long n) {
        return accept(n, n);
    }

    private static Accept accept(long session, long question) {
        return new Accept(Sample.session(session), Sample.question(question), "lars");
    }

    private Map<String, List<SessionRecord>> sessions() {
        return bench.journal.live(StateKey.Kind.SESSION, SessionRecord.class);
    }
}
