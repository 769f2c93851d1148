package org.crossdesk.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.asker;
import static org.crossdesk.domain.Sample.speaks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Play;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators come, go, decline, claim and are assigned, in any order: who has passed is not rung again, and no question is forgotten. */
class RingWorldsTest {
    private static final int WORLDS = 2_500;
    private static final int EVENTS = 60;
    private static final RingMachine MACHINE = new RingMachine(SubjectOrder.PLAIN, new RoomTalk(Sample.PHRASES, "en"));
    private static final Service SERVICE =
            new Service(ASK_NORTH, Map.of("", "Ask North"), List.of(), 30, null, 60, 20, null);
    private static final List<Address> OPERATORS = List.of(
            Address.parse("ask.uppsala.test/a"),
            Address.parse("ask.uppsala.test/b"),
            Address.parse("ask.tehran.test/c"),
            Address.parse("ask.tehran.test/d"),
            Address.parse("ask.helsinki.test/e"),
            Address.parse("ask.helsinki.test/f"));

    private static final class World {
        private final Random random;
        private final int parallel;
        private final Play<OpenQuestion, RingEvent, RingRecord> play;
        private final Set<Address> rungOfItself = new HashSet<>();
        private final Set<Address> saidNo = new HashSet<>();
        private final Set<Address> outstanding = new HashSet<>();
        private DutyRoster roster = DutyRoster.EMPTY;
        private boolean homeKnows;

        World(long seed) {
            random = new Random(seed);
            parallel = random.nextInt(5) == 0 ? Integer.MAX_VALUE : random.nextInt(1, 4);
            OPERATORS.forEach(this::comesOrGoes);
            Call call = new Call(
                    Sample.question(1), Sample.session(1), UPPSALA, false, Needs.NONE, "x", null, List.of(), null);
            List<Address> excluded = random.nextBoolean() ? List.of() : List.of(any());
            play = new Play<>(
                    MACHINE,
                    MACHINE.ask(
                            new Question(call, 60, excluded),
                            asker(UPPSALA, ASK_NORTH),
                            SERVICE,
                            new RingMachine.Standing(parallel, List.of(), new Queue(1, null), 4, false, roster),
                            new Moment(Sample.START, Sample.token(50))));
            saidNo.addAll(excluded);
            look();
        }

        private Address any() {
            return OPERATORS.get(random.nextInt(OPERATORS.size()));
        }

        private void comesOrGoes(Address operator) {
            String nick = String.valueOf(operator.resource());
            roster = random.nextBoolean()
                    ? roster.with(Sample.onDuty(operator, speaks("en"), random.nextInt(3), Sample.START))
                    : roster.without(nick);
        }

        private RingEvent next() {
            Address operator = any();
            String handle = String.valueOf(operator.resource());
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    comesOrGoes(operator);
                    return new RingEvent.RosterChanged(roster);
                }
                case 3 -> {
                    if (play.state().ringing().contains(operator)) {
                        saidNo.add(operator);
                    }
                    return new RingEvent.Declined(
                            asker(operator, ASK_NORTH),
                            new Decline(Sample.question(1), handle, Decline.Reason.DECLINED),
                            roster);
                }
                case 4 -> {
                    return new RingEvent.Rang(new Alarm(Alarm.Kind.RING, operator.toString()), roster);
                }
                case 5 -> {
                    return new RingEvent.Answered(
                            operator,
                            new Offer(play.state().question().call(), ASK_NORTH, 20),
                            new Refusal(
                                    random.nextBoolean()
                                            ? Refusal.Condition.RESOURCE_CONSTRAINT
                                            : Refusal.Condition.REMOTE_SERVER_TIMEOUT,
                                    "no"),
                            roster);
                }
                case 6 -> {
                    return new RingEvent.Claimed(handle, roster);
                }
                default -> {
                    return new RingEvent.Assigned(handle, roster);
                }
            }
        }

        void happens() {
            play.happens(next());
            look();
        }

        private void look() {
            List<Address> wakened = new ArrayList<>();
            List<Address> offered = new ArrayList<>();
            Set<Address> rungNow = new HashSet<>();
            Set<Address> passedNow = new HashSet<>();
            for (RingRecord record : play.last().records()) {
                if (record instanceof RingRecord.Rung rung) {
                    assertThat(rungOfItself.add(rung.operator()))
                            .as("%s is rung twice", rung.operator())
                            .isTrue();
                    assertThat(saidNo).doesNotContain(rung.operator());
                    rungNow.add(rung.operator());
                } else if (record instanceof RingRecord.Passed passed) {
                    passedNow.add(passed.operator());
                }
            }
            for (Effect effect : play.last().effects()) {
                if (effect instanceof Effect.Ask ask && ask.payload() instanceof Offer) {
                    offered.add(ask.to());
                    outstanding.add(ask.to());
                } else if (effect instanceof Effect.Ask ask && ask.payload() instanceof Retract) {
                    outstanding.remove(ask.to());
                    if (!passedNow.contains(ask.to())) {
                        // Somebody else was given it: if that comes to nothing, they may be rung for it again.
                        rungOfItself.remove(ask.to());
                    }
                } else if (effect instanceof Effect.Ask ask && ask.payload() instanceof Exhausted) {
                    homeKnows = true;
                } else if (effect instanceof Effect.Answer answer && answer.payload() instanceof Brokered brokered) {
                    homeKnows |= brokered.candidates() == 0;
                } else if (effect instanceof Effect.Wake wake && wake.alarm().kind() == Alarm.Kind.RING) {
                    wakened.add(Address.parse(wake.alarm().subject()));
                }
            }
            assertThat(wakened).as("who rings has an end to it").containsExactlyInAnyOrderElementsOf(offered);
            assertThat(offered).doesNotHaveDuplicates().containsAll(rungNow);
            OpenQuestion state = play.state();
            assertThat(state.ringing()).doesNotHaveDuplicates();
            assertThat(state.ringing().size()).isLessThanOrEqualTo(parallel);
            assertThat(outstanding).as("nobody rings unknown to it").containsAll(state.ringing());
            if (!state.over() && state.ringing().isEmpty()) {
                assertThat(homeKnows && state.exhausted())
                        .as("nobody rings, and the home desk knows it")
                        .isTrue();
            }
        }

        void ends() {
            List<Address> ringing = play.state().ringing();
            play.happens(
                    random.nextBoolean()
                            ? new RingEvent.Rang(new Alarm(Alarm.Kind.STEP, ""), roster)
                            : new RingEvent.Withdrawn(
                                    asker(UPPSALA, ASK_NORTH),
                                    new Withdraw(Sample.question(1), Withdraw.Reason.EXPIRED),
                                    roster));
            assertThat(play.state().over()).isTrue();
            assertThat(play.sent(Retract.class)).hasSameSizeAs(ringing);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void nobodyIsRungTwiceAndNothingIsForgotten(long half) {
        for (long seed = half * WORLDS; seed < (half + 1) * WORLDS; seed++) {
            World world = new World(seed);
            try {
                for (int event = 0; event < EVENTS; event++) {
                    world.happens();
                }
                world.ends();
            } catch (AssertionError e) {
                throw new AssertionError("world " + seed, e);
            }
        }
    }
}
