package org.crossdesk.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;
import static org.crossdesk.domain.Sample.asker;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Play;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.service.Asking;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.ServicePlan;
import org.crossdesk.domain.service.Staffing;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Card;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.junit.jupiter.api.Test;

class RingMachineTest {
    private static final RingMachine MACHINE = new RingMachine(SubjectOrder.PLAIN, new RoomTalk(Sample.PHRASES, "en"));
    private static final Service ASK_NORTH_SERVICE =
            new Service(ASK_NORTH, Map.of("", "Ask North"), List.of(), 30, null, 60, 20, null);
    private static final Question QUESTION = new Question(
            new Call(
                    Sample.question(1),
                    Sample.session(1),
                    UPPSALA,
                    false,
                    Sample.language("fa"),
                    "inheritance",
                    "fa",
                    List.of(),
                    null),
            60,
            List.of());
    private static final DutyRoster NOBODY = DutyRoster.EMPTY;
    private static final DutyRoster SHIRIN_ONLY = NOBODY.with(onDuty(SHIRIN, speaks("fa")));
    /** Aino ranks before Shirin by name. */
    private static final DutyRoster AINO_AND_SHIRIN = SHIRIN_ONLY.with(onDuty(AINO, speaks("fa")));

    private static final DutyRoster ALL_THREE = AINO_AND_SHIRIN.with(onDuty(LARS, speaks("fa")));

    @Test
    void theBestOneRingsAndTheHomeDeskHearsHowManyFit() {
        var question = asked(1, AINO_AND_SHIRIN);
        assertThat(rung(question)).containsExactly(AINO);
        assertThat(question.sent(Brokered.class)).containsExactly(brokered(2, null));
        assertThat(question.sent(Offer.class)).containsExactly(new Offer(QUESTION.call(), ASK_NORTH, 20));
        assertThat(question.wakesIn(Alarm.Kind.RING)).containsExactly(Duration.ofSeconds(25));
        assertThat(question.wakesIn(Alarm.Kind.STEP)).containsExactly(Duration.ofSeconds(120));
    }

    @Test
    void theServiceNamesTheOneAboveIt() {
        Address nordic = Address.parse("ask-nordic@ask.nordic.test");
        Service child = new Service(ASK_NORTH, Map.of("", "Ask North"), List.of(), 30, nordic, 40, 20, null);
        var question = new Play<>(MACHINE, ask(QUESTION, child, 1, List.of(), NOBODY));
        assertThat(question.sent(Brokered.class)).containsExactly(brokered(0, new RollUp(nordic, 40)));
    }

    @Test
    void theServiceNamesTheGroupsThatAQuestionIsFor() {
        Address medicine = Address.parse("ask-medicine@ask.tehran.test");
        Step group = new Step(medicine, Step.Keep.ALL, 20, null, null, Sample.subject("medicine"), null);
        Step late = new Step(UPPSALA_DESK, Step.Keep.ALL, 20, null, null, Sample.subject("medicine"), null);
        ServicePlan plan = new ServicePlan(
                Map.of(),
                Map.of(),
                Map.of(),
                Asking.EVERYONE,
                Staffing.WHOEVER_CONSENTS,
                Needs.NONE,
                null,
                null,
                List.of(group, new Step(ASK_NORTH, Step.Keep.ALL, 30), late),
                false);
        Service national = new Service(ASK_NORTH, Map.of("", "Ask North"), List.of(), 30, null, 60, 20, null, plan);
        assertThat(MACHINE.groups(about(Sample.subject("medicine"), null, false), national))
                .containsExactly(new RollUp(medicine, 20));
        assertThat(MACHINE.groups(about(Sample.subject("law"), null, false), national))
                .isEmpty();
        assertThat(MACHINE.groups(about(Sample.subject("medicine"), null, true), national))
                .as("the groups have been asked")
                .isEmpty();
        assertThat(MACHINE.groups(about(Sample.subject("medicine"), SHIRIN, false), national))
                .as("one operator is wanted")
                .isEmpty();
    }

    private static Question about(Needs needs, Address only, boolean general) {
        Call call = new Call(Sample.question(1), Sample.session(1), UPPSALA, false, needs, "x", null, List.of(), null);
        return new Question(call, 60, only, null, List.of(), null, general);
    }

    @Test
    void whoAnsweredThePatronTheLastTimeRingsFirstIfTheyFit() {
        Question again = new Question(QUESTION.call(), 60, null, SHIRIN, List.of(), null);
        assertThat(rung(new Play<>(MACHINE, ask(again, ASK_NORTH_SERVICE, 1, List.of(), AINO_AND_SHIRIN))))
                .containsExactly(SHIRIN);
        DutyRoster shirinReadsFinnish =
                NOBODY.with(onDuty(SHIRIN, speaks("fi"))).with(onDuty(AINO, speaks("fa")));
        assertThat(rung(new Play<>(MACHINE, ask(again, ASK_NORTH_SERVICE, 2, List.of(), shirinReadsFinnish))))
                .containsExactly(AINO);
    }

    @Test
    void whereNobodyFitsTheHomeDeskHearsItAtOnceAndOnce() {
        var question = asked(1, NOBODY);
        assertThat(question.sent(Brokered.class)).containsExactly(brokered(0, null));
        assertThat(question.sent(Exhausted.class)).isEmpty();
        assertThat(question.state().exhausted()).isTrue();
    }

    @Test
    void whereNobodyCanBeRungTheHomeDeskHearsWhyAndWhoHasAPartOfIt() {
        DutyRoster roster = DutyRoster.EMPTY
                .with(onDuty(SHIRIN, speaks("fa"), 2, Sample.START))
                .with(onDuty(AINO, speaks("fi")))
                .with(onDuty(LARS, Sample.knows("law")));
        assertThat(asked(1, roster).sent(Brokered.class))
                .extracting(Brokered::prospect)
                .containsExactly(new Prospect(1, 0, null));
        Needs both = new Needs(
                Sample.language("fa").languages(), Sample.subject("law").subjects(), java.util.List.of());
        assertThat(Nearest.of(roster, both, java.util.Set.of(), 0, SubjectOrder.PLAIN))
                .isEqualTo(new Prospect(0, 0, Sample.subject("law")));
        assertThat(Nearest.of(roster, both, java.util.Set.of(LARS), 1, SubjectOrder.PLAIN))
                .isEqualTo(new Prospect(0, 1, null));
    }

    @Test
    void theRoomSeesACardAndHowItEnds() {
        var question = asked(1, SHIRIN_ONLY);
        assertThat(question.effects(Effect.Room.class))
                .containsExactly(new Effect.Room(
                        ASK_NORTH,
                        null,
                        "ROOM_WAITS_NEEDING[4, Persian, inheritance]",
                        new Card(4, Card.State.WAITS, Sample.language("fa"), null)));
        question.happens(withdraws(UPPSALA));
        assertThat(question.effects(Effect.Room.class))
                .extracting(Effect.Room::card)
                .containsExactly(new Card(4, Card.State.TAKEN, null, null));
        var elsewhere = asked(1, SHIRIN_ONLY)
                .happens(new RingEvent.Withdrawn(
                        asker(UPPSALA, ASK_NORTH),
                        new Withdraw(Sample.question(1), Withdraw.Reason.EXPIRED),
                        SHIRIN_ONLY));
        assertThat(elsewhere.effects(Effect.Room.class)).as("it comes back").isEmpty();
        Question forShirinAlone = new Question(QUESTION.call(), 60, SHIRIN, null, List.of(), null);
        var quiet = new Play<>(MACHINE, ask(forShirinAlone, ASK_NORTH_SERVICE, 1, List.of(), SHIRIN_ONLY));
        assertThat(quiet.effects(Effect.Room.class)).isEmpty();
    }

    @Test
    void theFirstWhoClaimsItGetsItAndTheOthersHearWhoWasQuicker() {
        var question = asked(1, ALL_THREE);
        assertThat(rung(question)).containsExactly(AINO);
        question.happens(new RingEvent.Claimed("shirin", ALL_THREE));
        assertThat(rung(question)).containsExactly(SHIRIN);
        assertThat(question.sent(Offer.class)).extracting(Offer::claimed).containsExactly(true);
        assertThat(question.sent(Retract.class)).extracting(Retract::handle).containsExactly("aino");
        assertThat(question.effects(Effect.Room.class))
                .extracting(Effect.Room::card)
                .containsExactly(new Card(4, Card.State.CLAIMED, null, "shirin"));
        for (String late : List.of("lars", "aino")) {
            question.happens(new RingEvent.Claimed(late, ALL_THREE));
            assertThat(rung(question)).isEmpty();
            assertThat(question.effects(Effect.Room.class))
                    .containsExactly(new Effect.Room(ASK_NORTH, late, "ROOM_QUICKER[4, shirin]", null));
        }
        question.happens(new RingEvent.RosterChanged(ALL_THREE));
        assertThat(rung(question)).as("nobody else is rung").isEmpty();
    }

    @Test
    void aClaimThatComesToNothingLeavesTheQuestionToTheOthers() {
        var question = asked(1, ALL_THREE).happens(new RingEvent.Claimed("shirin", ALL_THREE));
        question.happens(refuses(SHIRIN, Condition.RESOURCE_CONSTRAINT, ALL_THREE));
        assertThat(question.effects(Effect.Room.class))
                .extracting(Effect.Room::text)
                .containsExactly("ROOM_CLAIM_FAILED[4, no]", "ROOM_WAITS_NEEDING[4, Persian, inheritance]");
        assertThat(rung(question)).as("Aino was rung before, and may be again").containsExactly(AINO);
    }

    @Test
    void whoMayNotClaimHearsWhy() {
        DutyRoster full = NOBODY.with(onDuty(SHIRIN, speaks("fa"), 2, Sample.START));
        assertThat(whispers(asked(1, full), new RingEvent.Claimed("shirin", full)))
                .containsExactly("ROOM_CLAIM_FULL[4]");
        assertThat(whispers(asked(1, full), new RingEvent.Claimed("stranger", full)))
                .containsExactly("ROOM_CLAIM_NOT_ON_DUTY[4]");
        var declined = asked(1, SHIRIN_ONLY).happens(declines(SHIRIN, SHIRIN_ONLY));
        assertThat(whispers(declined, new RingEvent.Claimed("shirin", SHIRIN_ONLY)))
                .containsExactly("ROOM_CLAIM_NOT_YOURS[4]");
    }

    private static List<String> whispers(Play<OpenQuestion, RingEvent, RingRecord> question, RingEvent event) {
        question.happens(event);
        assertThat(rung(question)).isEmpty();
        return question.effects(Effect.Room.class).map(Effect.Room::text).toList();
    }

    @Test
    void whenOneDeclinesTheNextRings() {
        var question = asked(1, AINO_AND_SHIRIN).happens(declines(AINO, AINO_AND_SHIRIN));
        assertThat(rung(question)).containsExactly(SHIRIN);
        assertThat(question.state().ringing()).containsExactly(SHIRIN);
        assertThat(question.state().declined()).containsExactly(AINO);
        assertThat(question.effects(Effect.Answer.class)).hasSize(1);
    }

    @Test
    void whenTheLastDeclinesTheHomeDeskHearsThatNobodyIsLeft() {
        var question = asked(1, SHIRIN_ONLY).happens(declines(SHIRIN, SHIRIN_ONLY));
        assertThat(question.sent(Exhausted.class))
                .containsExactly(new Exhausted(Sample.question(1), new Prospect(0, 1, null)));
        question.happens(declines(SHIRIN, SHIRIN_ONLY));
        assertThat(question.sent(Exhausted.class)).isEmpty();
        question.happens(new RingEvent.RosterChanged(SHIRIN_ONLY));
        assertThat(question.last().effects()).isEmpty();
    }

    @Test
    void anOperatorDeclinesForThemselvesOnly() {
        var question = asked(1, SHIRIN_ONLY);
        Decline forShirin = new Decline(Sample.question(1), "shirin", Decline.Reason.DECLINED);
        question.happens(new RingEvent.Declined(asker(AINO, ASK_NORTH), forShirin, SHIRIN_ONLY));
        assertThat(question.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(question.state().ringing()).containsExactly(SHIRIN);
    }

    @Test
    void whoHasDeclinedTheSessionBeforeIsNotRung() {
        var first = ask(QUESTION, ASK_NORTH_SERVICE, 1, List.of(AINO), AINO_AND_SHIRIN);
        assertThat(rung(new Play<>(MACHINE, first))).containsExactly(SHIRIN);
    }

    @Test
    void whoIsExcludedIsNotRung() {
        Question notShirin = new Question(QUESTION.call(), 60, List.of(SHIRIN));
        var first = ask(notShirin, ASK_NORTH_SERVICE, 1, List.of(), SHIRIN_ONLY);
        assertThat(rung(new Play<>(MACHINE, first))).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsRetractedAndTheNextRings() {
        var question = asked(1, AINO_AND_SHIRIN);
        question.happens(new RingEvent.Rang(question.alarms(Alarm.Kind.RING).get(0), AINO_AND_SHIRIN));
        assertThat(question.sent(Retract.class)).containsExactly(new Retract(Sample.question(1), "aino"));
        assertThat(rung(question)).containsExactly(SHIRIN);
        assertThat(question.state().declined()).isEmpty();
    }

    @Test
    void aRingThatIsOverAlreadyHasNoTimeout() {
        var question = asked(1, AINO_AND_SHIRIN);
        Alarm aino = question.alarms(Alarm.Kind.RING).get(0);
        question.happens(declines(AINO, AINO_AND_SHIRIN)).happens(new RingEvent.Rang(aino, AINO_AND_SHIRIN));
        assertThat(question.last().effects()).isEmpty();
        assertThat(question.state().ringing()).containsExactly(SHIRIN);
    }

    @Test
    void whoseDeskRefusesIsPassed() {
        var question = asked(1, AINO_AND_SHIRIN).happens(refuses(AINO, Condition.RESOURCE_CONSTRAINT, AINO_AND_SHIRIN));
        assertThat(rung(question)).containsExactly(SHIRIN);
    }

    @Test
    void whoseDeskTakesTheOfferGoesOnRinging() {
        var question = asked(1, AINO_AND_SHIRIN);
        question.happens(new RingEvent.Answered(AINO, offer(), null, AINO_AND_SHIRIN));
        assertThat(question.last().effects()).isEmpty();
        assertThat(question.state().ringing()).containsExactly(AINO);
    }

    @Test
    void whoComesOnDutyRingsForAQuestionThatWaits() {
        var question = asked(1, NOBODY).happens(new RingEvent.RosterChanged(SHIRIN_ONLY));
        assertThat(rung(question)).containsExactly(SHIRIN);
        assertThat(question.state().exhausted()).isFalse();
        question.happens(new RingEvent.RosterChanged(AINO_AND_SHIRIN));
        assertThat(rung(question)).isEmpty();
    }

    @Test
    void severalRingWhereTheServiceSaysSo() {
        var question = asked(2, ALL_THREE);
        assertThat(rung(question)).containsExactly(AINO, SHIRIN);
        question.happens(declines(AINO, ALL_THREE));
        assertThat(rung(question)).containsExactly(LARS);
        question.happens(declines(SHIRIN, ALL_THREE));
        assertThat(question.sent(Exhausted.class)).isEmpty();
        question.happens(declines(LARS, ALL_THREE));
        assertThat(question.sent(Exhausted.class)).hasSize(1);
    }

    @Test
    void whenTheHomeDeskWithdrawsEverybodyIsRetracted() {
        var question = asked(2, ALL_THREE).happens(withdraws(UPPSALA));
        assertThat(question.sent(Retract.class)).extracting(Retract::handle).containsExactly("aino", "shirin");
        assertThat(question.state().over()).isTrue();
        assertThat(question.state().ringing()).isEmpty();
    }

    @Test
    void nobodyElseWithdrawsAQuestion() {
        var question = asked(1, SHIRIN_ONLY).happens(withdraws(Address.parse("ask.evil.test")));
        assertThat(question.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(question.state().over()).isFalse();
        assertThat(question.state().ringing()).containsExactly(SHIRIN);
    }

    @Test
    void aQuestionThatNobodyWithdrawsEndsByItself() {
        var question = asked(1, SHIRIN_ONLY);
        question.happens(new RingEvent.Rang(question.alarms(Alarm.Kind.STEP).get(0), SHIRIN_ONLY));
        assertThat(question.sent(Retract.class)).hasSize(1);
        assertThat(question.state().over()).isTrue();
    }

    @Test
    void aHomeDeskThatKnowsNoSuchQuestionEndsItButOneThatIsAwayDoesNot() {
        var question = asked(1, NOBODY);
        Exhausted exhausted = new Exhausted(Sample.question(1));
        for (Condition passing : List.of(Condition.REMOTE_SERVER_TIMEOUT, Condition.INTERNAL_SERVER_ERROR)) {
            question.happens(answered(UPPSALA, exhausted, passing, NOBODY));
            assertThat(question.state().over()).isFalse();
        }
        question.happens(answered(UPPSALA, exhausted, Condition.ITEM_NOT_FOUND, NOBODY));
        assertThat(question.state().over()).isTrue();
    }

    @Test
    void nothingRingsOnceItIsOver() {
        var question = asked(1, NOBODY).happens(withdraws(UPPSALA));
        question.happens(new RingEvent.RosterChanged(SHIRIN_ONLY));
        assertThat(question.last().effects()).isEmpty();
    }

    @Test
    void everyEventMeansSomethingInEveryState() {
        var ringing = asked(1, AINO_AND_SHIRIN);
        var exhausted = asked(1, SHIRIN_ONLY).happens(declines(SHIRIN, SHIRIN_ONLY));
        var over = asked(1, SHIRIN_ONLY).happens(withdraws(UPPSALA));
        var claimed = asked(1, ALL_THREE).happens(new RingEvent.Claimed("lars", ALL_THREE));
        var assigned = asked(1, ALL_THREE).happens(new RingEvent.Assigned("lars", ALL_THREE));
        var pulledUp = asked(1, ALL_THREE).happens(new RingEvent.PulledUp(LARS, ALL_THREE));
        List<RingEvent> events = List.of(
                declines(AINO, ALL_THREE),
                declines(LARS, ALL_THREE),
                withdraws(UPPSALA),
                withdraws(SHIRIN),
                refuses(AINO, Condition.REMOTE_SERVER_NOT_FOUND, ALL_THREE),
                answered(AINO, offer(), null, ALL_THREE),
                answered(UPPSALA, new Exhausted(Sample.question(1)), Condition.ITEM_NOT_FOUND, ALL_THREE),
                answered(AINO, new Retract(Sample.question(1), "aino"), Condition.ITEM_NOT_FOUND, ALL_THREE),
                new RingEvent.RosterChanged(ALL_THREE),
                new RingEvent.RosterChanged(NOBODY),
                new RingEvent.Claimed("shirin", ALL_THREE),
                new RingEvent.Assigned("shirin", ALL_THREE),
                new RingEvent.PulledUp(LARS, ALL_THREE),
                new RingEvent.Rang(new Alarm(Alarm.Kind.RING, AINO.toString()), ALL_THREE),
                new RingEvent.Rang(new Alarm(Alarm.Kind.STEP, "x"), ALL_THREE),
                new RingEvent.Rang(new Alarm(Alarm.Kind.LEASE, "x"), ALL_THREE));
        for (var question : List.of(ringing, exhausted, over, claimed, assigned, pulledUp)) {
            for (RingEvent event : events) {
                var decision = question.considers(event);
                OpenQuestion after = question.state();
                for (RingRecord record : decision.records()) {
                    after = MACHINE.evolve(after, record);
                }
                assertThat(after.over() && !after.ringing().isEmpty())
                        .as("%s in %s", event, question.state())
                        .isFalse();
                assertThat(after.ringing().size())
                        .as("%s in %s", event, question.state())
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private static Play<OpenQuestion, RingEvent, RingRecord> asked(int parallel, DutyRoster roster) {
        return new Play<>(MACHINE, ask(QUESTION, ASK_NORTH_SERVICE, parallel, List.of(), roster));
    }

    private static Decision<RingRecord> ask(
            Question question, Service service, int parallel, List<Address> declined, DutyRoster roster) {
        return MACHINE.ask(
                question,
                asker(UPPSALA, ASK_NORTH),
                service,
                new RingMachine.Standing(parallel, declined, new Queue(2, 75), 4, false, roster),
                new Moment(Sample.START, Sample.token(50)));
    }

    private static Brokered brokered(int candidates, RollUp next) {
        return new Brokered(Sample.question(1), candidates, Prospect.NONE, new Queue(2, 75), next);
    }

    private static List<Address> rung(Play<?, ?, ?> question) {
        return question.effects(Effect.Ask.class)
                .filter(ask -> ask.payload() instanceof Offer)
                .map(Effect.Ask::to)
                .toList();
    }

    private static Offer offer() {
        return new Offer(QUESTION.call(), ASK_NORTH, 20);
    }

    private static RingEvent declines(Address operator, DutyRoster roster) {
        Decline decline = new Decline(Sample.question(1), String.valueOf(operator.resource()), Decline.Reason.DECLINED);
        return new RingEvent.Declined(asker(operator, ASK_NORTH), decline, roster);
    }

    private static RingEvent withdraws(Address desk) {
        return new RingEvent.Withdrawn(
                asker(desk, ASK_NORTH), new Withdraw(Sample.question(1), Withdraw.Reason.TAKEN), SHIRIN_ONLY);
    }

    private static RingEvent refuses(Address operator, Condition condition, DutyRoster roster) {
        return answered(operator, offer(), condition, roster);
    }

    private static RingEvent answered(Address by, Payload request, Condition condition, DutyRoster roster) {
        return new RingEvent.Answered(by, request, condition == null ? null : new Refusal(condition, "no"), roster);
    }
}
