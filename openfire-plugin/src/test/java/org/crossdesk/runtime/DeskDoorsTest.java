package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.asker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Released;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who and how much is let in. */
@Timeout(30)
class DeskDoorsTest {
    private static final Address TEHRAN = Address.parse("ask.tehran.test");

    private final Bench bench;

    DeskDoorsTest() throws JournalException {
        bench = new Bench();
    }

    @Test
    void thereIsAnEndToTheSessionsThatAreOpen() {
        for (String patron : List.of("a", "b", "c")) {
            bench.patronSays(patron, "?", "1");
        }
        bench.turns();
        bench.patronSays("d", "?", "1");
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
        assertThat(bench.told()).containsExactly("TOO_BUSY");
        bench.patronSays("a", "still here", "2");
        bench.turns();
        assertThat(bench.refused()).isEmpty();
    }

    @Test
    void thereIsAnEndToTheQuestionsThatWaitAtAService() {
        for (long n = 1; n <= 3; n++) {
            asksUs(n);
        }
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
        assertThat(bench.of(Effect.Answer.class)).hasSize(2);
        asksUs(1);
        bench.turns();
        assertThat(bench.refused()).as("it is open already").containsExactly(Condition.CONFLICT);
        bench.desk.withdrawn(
                asker(TEHRAN, Sample.UPPSALA_DESK), new Withdraw(Sample.question(1), Withdraw.Reason.TAKEN));
        asksUs(3);
        bench.turns();
        assertThat(bench.refused()).isEmpty();
    }

    @Test
    void thereIsAnEndToTheSessionsOfAnOperator() {
        bench.offered(1);
        bench.offered(1);
        bench.turns();
        assertThat(bench.refused()).as("has it already").containsExactly(Condition.CONFLICT);
        takes(1);
        bench.offered(2);
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT);
    }

    @Test
    void thereIsAnEndToWhatWaits() throws JournalException {
        Bench small = new Bench(new MemoryJournal(), new DeskLimits(3, 5, 2, 2, 2, 1, 9));
        small.patronSays("mina", "1", "1");
        small.patronSays("mina", "2", "2");
        small.patronSays("mina", "3", "3");
        small.desk.fromDesk(asker(LARS, UPPSALA), accept(9));
        assertThat(small.told()).containsExactly("TOO_BUSY");
        assertThat(small.refused()).containsExactly(Condition.RESOURCE_CONSTRAINT, Condition.RESOURCE_CONSTRAINT);
        small.turns();
        assertThat(small.of(Effect.Confirm.class)).hasSize(2);
    }

    @Test
    void whatIsNotHereIsNotFound() {
        bench.desk.fromDesk(asker(LARS, UPPSALA), accept(9));
        bench.desk.fromDesk(asker(TEHRAN, LARS), new Released(Sample.session(9), 1, Released.Reason.CLOSED, 0));
        bench.desk.withdrawn(asker(TEHRAN, ASK_NORTH), new Withdraw(Sample.question(9), Withdraw.Reason.TAKEN));
        bench.desk.retracted(asker(ASK_NORTH, LARS), new Retract(Sample.question(9), "lars"));
        bench.desk.exhausted(asker(ASK_NORTH, UPPSALA), new Exhausted(Sample.question(9)));
        bench.desk.operatorDid("lars", Sample.session(9), LARS, new OperatorAct.Take(), asker(LARS, UPPSALA));
        bench.turns();
        assertThat(bench.refused()).hasSize(6).containsOnly(Condition.ITEM_NOT_FOUND);
    }

    @Test
    void onlyTheHomeDeskAndTheServiceThatRingsReachAnEngagement() {
        bench.offered(1);
        Address stranger = Address.parse("ask.evil.test");
        bench.desk.fromDesk(asker(stranger, LARS), new Released(Sample.session(1), 1, Released.Reason.CLOSED, 0));
        bench.desk.retracted(asker(stranger, LARS), new Retract(Sample.question(1), "lars"));
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.ITEM_NOT_FOUND, Condition.ITEM_NOT_FOUND);
        bench.desk.retracted(asker(ASK_NORTH, LARS), new Retract(Sample.question(1), "lars"));
        bench.turns();
        assertThat(bench.told()).containsExactly("OPERATOR_RETRACTED");
    }

    @Test
    void whoDeclinedIsNotRungAgainForTheSession() {
        bench.desk.staff().roster(Sample.UPPSALA_DESK, roster -> roster.with(Sample.onDuty(LARS, Profile.EMPTY)));
        asksUs(1);
        bench.turns();
        assertThat(bench.asked(Offer.class)).hasSize(1);
        bench.desk.declined(
                asker(LARS, Sample.UPPSALA_DESK), new Decline(Sample.question(1), "lars", Decline.Reason.DECLINED));
        bench.desk.withdrawn(
                asker(TEHRAN, Sample.UPPSALA_DESK), new Withdraw(Sample.question(1), Withdraw.Reason.EXPIRED));
        bench.turns();
        ask(1, 2);
        bench.turns();
        assertThat(bench.asked(Offer.class)).isEmpty();
        assertThat(bench.of(Effect.Answer.class))
                .extracting(Effect.Answer::payload)
                .containsExactly(new Brokered(
                        Sample.question(2),
                        0,
                        new Prospect(0, 1, null),
                        new Queue(1, null),
                        new RollUp(Sample.ASK_NORTH, 60)));
    }

    @Test
    void aQuestionAloneIsCountedAndNothingElse() {
        asksUs(1);
        bench.desk.withdrawn(
                asker(TEHRAN, Sample.UPPSALA_DESK), new Withdraw(Sample.question(1), Withdraw.Reason.TAKEN));
        bench.turns();
        assertThat(bench.journal.writes()).isOne();
    }

    @Test
    void aQuestionRingsSoManyAsItSays() {
        for (String nick : List.of("a", "b", "c")) {
            onDuty(UPPSALA.withResource(nick), nick);
        }
        bench.desk.asked(
                asker(TEHRAN, Sample.UPPSALA_DESK),
                new Question(Bench.call(1, 1), 30, null, null, List.of(), new Ring(false, 2)),
                Sample.SERVICE);
        bench.turns();
        assertThat(bench.asked(Offer.class)).hasSize(2);
        bench.desk.asked(
                asker(TEHRAN, Sample.UPPSALA_DESK),
                new Question(Bench.call(2, 2), 30, null, null, List.of(), Ring.ALL),
                Sample.SERVICE);
        bench.turns();
        assertThat(bench.asked(Offer.class)).hasSize(3);
    }

    @Test
    void theLibraryThatAnsweredLeastComesFirstWhereAllElseIsEqual() {
        Address tehrans = TEHRAN.withResource("z");
        onDuty(UPPSALA.withResource("a"), "a");
        onDuty(tehrans, "z");
        List<Address> rung = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            ask(number, number);
            bench.turns();
            bench.of(Effect.Ask.class).stream()
                    .filter(one -> one.payload() instanceof Offer)
                    .forEach(one -> rung.add(one.to()));
            bench.desk.withdrawn(
                    asker(TEHRAN, Sample.UPPSALA_DESK), new Withdraw(Sample.question(number), Withdraw.Reason.TAKEN));
            bench.turns();
        }
        assertThat(rung).containsExactly(tehrans, UPPSALA.withResource("a"), tehrans);
    }

    @Test
    void whoIsBackIsRungForWhatWaits() {
        Address lars = UPPSALA.withResource("lars");
        onDuty(lars, "l", true);
        asksUs(1);
        bench.turns();
        assertThat(bench.asked(Offer.class)).isEmpty();
        bench.desk.staff().roster(Sample.SERVICE.address(), roster -> roster.without("l"));
        bench.turns();
        onDuty(lars, "l", false);
        assertThat(bench.asked(Offer.class)).hasSize(1);
    }

    private void onDuty(Address operator, String nick) {
        onDuty(operator, nick, false);
    }

    private void onDuty(Address operator, String nick, boolean away) {
        bench.desk
                .staff()
                .roster(
                        Sample.SERVICE.address(),
                        roster -> roster.with(new OnDuty(
                                operator,
                                nick,
                                new Stamp(nick, Profile.EMPTY.ver(), 0, 2, away),
                                Profile.EMPTY,
                                Instant.EPOCH)));
        bench.turns();
    }

    private void asksUs(long n) {
        ask(n, n);
    }

    private void ask(long session, long question) {
        bench.desk.asked(
                asker(TEHRAN, Sample.UPPSALA_DESK),
                new Question(Bench.call(session, question), 30, List.of()),
                Sample.SERVICE);
    }

    private void takes(long session) {
        bench.desk.operatorWrote(
                "lars",
                Sample.session(session),
                new EngagementEvent.Wrote(LARS, "hello", asker(LARS, UPPSALA), "m" + session, null));
        bench.turns();
    }

    private static Accept accept(long n) {
        return accept(n, n);
    }

    private static Accept accept(long session, long question) {
        return new Accept(Sample.session(session), Sample.question(question), "lars");
    }
}
