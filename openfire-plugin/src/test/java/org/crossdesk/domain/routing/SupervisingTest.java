package org.crossdesk.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.asker;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Play;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Withdraw;
import org.junit.jupiter.api.Test;

/** A coordinator and a question that waits. */
class SupervisingTest {
    private static final Address NORDIC = Address.parse("ask-nordic@ask.nordic.test");
    private static final RingMachine MACHINE = new RingMachine(SubjectOrder.PLAIN, new RoomTalk(Sample.PHRASES, "en"));

    /** Aino ranks first; Lars does not read Persian. */
    private static final DutyRoster ALL = DutyRoster.EMPTY
            .with(onDuty(SHIRIN, speaks("fa")))
            .with(onDuty(AINO, speaks("fa")))
            .with(onDuty(LARS, speaks("sv")));

    private static final Exhausted UP = new Exhausted(Sample.question(1), Prospect.NONE, true);

    private static Play<OpenQuestion, RingEvent, RingRecord> asked(boolean transfer, DutyRoster roster) {
        Call call = new Call(
                Sample.question(1),
                Sample.session(1),
                UPPSALA,
                transfer,
                Sample.language("fa"),
                "inheritance",
                "fa",
                List.of(),
                null);
        return new Play<>(
                MACHINE,
                MACHINE.ask(
                        new Question(call, 60, List.of()),
                        asker(UPPSALA, ASK_NORTH),
                        new Service(ASK_NORTH, Map.of("", "Ask North"), List.of(), 30, NORDIC, 60, 20, null),
                        new RingMachine.Standing(1, List.of(), new Queue(1, null), 4, false, roster),
                        new Moment(Sample.START, Sample.token(50))));
    }

    private static RingEvent assigned(String nick) {
        return new RingEvent.Assigned(nick, ALL);
    }

    private static RingEvent pulledUp() {
        return new RingEvent.PulledUp(NORDIC, ALL);
    }

    private static RingEvent declines(Address operator) {
        Decline decline = new Decline(Sample.question(1), String.valueOf(operator.resource()), Decline.Reason.DECLINED);
        return new RingEvent.Declined(asker(operator, ASK_NORTH), decline, ALL);
    }

    private static RingEvent answersUp(Condition condition) {
        return new RingEvent.Answered(
                UPPSALA, UP, condition == null ? null : new Refusal(condition, "no further step"), ALL);
    }

    private static List<Address> rung(Play<?, ?, ?> question) {
        return question.effects(Effect.Ask.class)
                .filter(ask -> ask.payload() instanceof Offer)
                .map(Effect.Ask::to)
                .toList();
    }

    private static List<String> room(Play<?, ?, ?> question) {
        return question.effects(Effect.Room.class).map(Effect.Room::text).toList();
    }

    private static Refusal against(Play<OpenQuestion, ?, ?> question, String nick) {
        return Supervising.cannotAssign(question.state(), nick, ALL);
    }

    @Test
    void whoItIsAssignedToRingsAloneWhateverTheyKnow() {
        var question = asked(false, ALL).happens(assigned("lars"));
        assertThat(rung(question)).containsExactly(LARS);
        assertThat(question.sent(Offer.class))
                .extracting(Offer::claimed)
                .as("they may still say no")
                .containsExactly(false);
        assertThat(question.sent(Retract.class)).extracting(Retract::handle).containsExactly("aino");
        assertThat(room(question)).containsExactly("ROOM_ASSIGNED[4, lars]");
        question.happens(new RingEvent.RosterChanged(ALL));
        assertThat(rung(question)).as("nobody beside them").isEmpty();
    }

    @Test
    void whoRingsAlreadyIsNotRungTwiceButAlone() {
        var question = asked(false, ALL).happens(assigned("aino"));
        assertThat(rung(question)).isEmpty();
        assertThat(question.sent(Retract.class)).isEmpty();
        assertThat(question.state().assigned()).isTrue();
        assertThat(against(question, "aino")).isEqualTo(conflict("question 4 rings at aino already"));
    }

    @Test
    void whenTheyPassItItRingsOnAsBefore() {
        var question = asked(false, ALL).happens(assigned("lars")).happens(declines(LARS));
        assertThat(rung(question)).as("Aino was stopped, and may ring again").containsExactly(AINO);
        assertThat(question.state().assigned()).isFalse();
        assertThat(against(question, "lars")).isEqualTo(not("lars has declined this question"));
    }

    @Test
    void whoeverClaimsItMeanwhileGetsIt() {
        var question = asked(false, ALL).happens(assigned("lars")).happens(new RingEvent.Claimed("shirin", ALL));
        assertThat(rung(question)).containsExactly(SHIRIN);
        assertThat(question.sent(Retract.class)).extracting(Retract::handle).containsExactly("lars");
        assertThat(against(question, "lars"))
                .isEqualTo(conflict("question 4 is being given to shirin, who has claimed it"));
        assertThat(Supervising.cannotPullUp(question.state(), NORDIC)).isEqualTo(against(question, "lars"));
    }

    @Test
    void whoCanNotTakeItIsSaid() {
        var question = asked(false, ALL);
        assertThat(against(question, "lars")).isNull();
        assertThat(against(question, "astrid")).isEqualTo(not("astrid is not on duty at " + ASK_NORTH));
        DutyRoster full = ALL.with(onDuty(LARS, speaks("sv"), 2, Sample.START));
        assertThat(Supervising.cannotAssign(question.state(), "lars", full))
                .isEqualTo(not("lars has as many sessions as they can take, 2"));
        question.happens(new RingEvent.Rang(
                question.alarms(org.crossdesk.domain.Alarm.Kind.RING).get(0), ALL));
        assertThat(against(question, "aino")).isEqualTo(not("aino was rung for this question and did not take it"));
    }

    @Test
    void whatCanNotBeAssignedChangesNothing() {
        for (String nick : List.of("astrid", "stranger")) {
            var question = asked(false, ALL).happens(assigned(nick));
            assertThat(question.last().records()).isEmpty();
            assertThat(question.last().effects()).isEmpty();
        }
    }

    @Test
    void whatIsPulledUpRingsNowhereAndTheHomeDeskHearsIt() {
        var question = asked(false, ALL).happens(pulledUp());
        assertThat(question.sent(Exhausted.class)).containsExactly(UP);
        assertThat(question.sent(Retract.class)).extracting(Retract::handle).containsExactly("aino");
        assertThat(room(question)).containsExactly("ROOM_PULLED_UP[4, " + NORDIC + "]");
        for (RingEvent event : List.of(new RingEvent.RosterChanged(ALL), pulledUp(), assigned("lars"))) {
            assertThat(question.happens(event).last().effects()).isEmpty();
        }
        assertThat(room(question.happens(new RingEvent.Claimed("lars", ALL)))).containsExactly("ROOM_NOT_WAITING[4]");
        assertThat(MACHINE.tell(question.state(), "lars")).isEmpty();
        question.happens(answersUp(null));
        question.happens(new RingEvent.Withdrawn(
                asker(UPPSALA, ASK_NORTH), new Withdraw(Sample.question(1), Withdraw.Reason.EXPIRED), ALL));
        assertThat(question.state().over()).isTrue();
    }

    @Test
    void whereTheHomeDeskDoesNotLookFurtherItWaitsOn() {
        for (Condition condition :
                List.of(Condition.NOT_ACCEPTABLE, Condition.BAD_REQUEST, Condition.REMOTE_SERVER_TIMEOUT)) {
            var question = asked(false, ALL).happens(pulledUp()).happens(answersUp(condition));
            assertThat(rung(question)).as("%s", condition).containsExactly(AINO);
            assertThat(room(question)).containsExactly("ROOM_WAITS_NEEDING[4, Persian, inheritance]");
        }
        var unknown = asked(false, ALL).happens(pulledUp()).happens(answersUp(Condition.ITEM_NOT_FOUND));
        assertThat(unknown.state().over()).isTrue();
    }

    @Test
    void whatCanNotBePulledUpChangesNothing() {
        Function<RingEvent, Integer> effects =
                event -> asked(false, ALL).happens(event).last().effects().size();
        assertThat(effects.apply(new RingEvent.PulledUp(null, ALL))).isZero();
        assertThat(Supervising.cannotPullUp(asked(false, ALL).state(), null))
                .isEqualTo(not(ASK_NORTH + " has no parent that a question could be sent up to"));
        var transfer = asked(true, ALL).happens(pulledUp());
        assertThat(transfer.last().effects()).isEmpty();
        assertThat(Supervising.cannotPullUp(transfer.state(), NORDIC))
                .isEqualTo(not("a transfer goes where its owner has sent it: it is not sent up"));
    }

    private static Refusal not(String why) {
        return new Refusal(Condition.NOT_ACCEPTABLE, why);
    }

    private static Refusal conflict(String why) {
        return new Refusal(Condition.CONFLICT, why);
    }
}
