package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.asker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Joined;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event in every phase: none breaks, and what is decided can be replayed. */
class EngagementTableTest {
    private static final SessionId ID = Operator.SESSION;

    @Test
    void everyEventMeansSomethingInEveryPhase() {
        Map<String, Operator> states = Map.of(
                "ringing",
                Operator.ringing(),
                "accepting",
                Operator.accepting(),
                "accepting without a word",
                Operator.ringing().does(new OperatorAct.Take()),
                "engaged",
                Operator.engaged(),
                "to be answered later",
                Operator.later(),
                "engaged, nothing waits",
                Operator.engaged().relayed(1, Operator.own(1, 1)),
                "over",
                Operator.over());
        states.forEach((name, operator) -> events(operator.state()).forEach((what, event) -> {
            Engagement after = operator.state();
            for (EngagementRecord record : operator.play.considers(event).records()) {
                after = Operator.MACHINE.evolve(after, record);
            }
            assertThat(after.phase()).as("%s when %s", what, name).isIn(next(operator.phase()));
            assertThat(after.receivedUpTo())
                    .as("%s when %s", what, name)
                    .isGreaterThanOrEqualTo(operator.state().receivedUpTo());
        }));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverHappensReplayMakesTheSameState(long seed) {
        Random random = new Random(seed);
        Operator operator = Operator.ringing();
        for (int i = 0; i < 300; i++) {
            List<EngagementEvent> possible =
                    new ArrayList<>(events(operator.state()).values());
            operator.happens(possible.get(random.nextInt(possible.size())));
            assertThat(operator.state().pending().size())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Operator.POLICY.pendingMax());
            if (operator.phase() == Phase.OVER) {
                assertReplays(operator, seed);
                operator = Operator.engaged();
            }
        }
        assertReplays(operator, seed);
    }

    private static void assertReplays(Operator operator, long seed) {
        assertThat(operator.play.fold(operator.play.records()))
                .as("seed %d", seed)
                .isEqualTo(operator.state());
    }

    /** The phases that one event may lead to. */
    private static List<Phase> next(Phase phase) {
        return switch (phase) {
            case RINGING -> List.of(Phase.RINGING, Phase.ACCEPTING, Phase.OVER);
            case ACCEPTING -> List.of(Phase.ACCEPTING, Phase.ENGAGED, Phase.OVER);
            case ENGAGED -> List.of(Phase.ENGAGED, Phase.OVER);
            case OVER -> List.of(Phase.OVER);
        };
    }

    private static Map<String, EngagementEvent> events(Engagement state) {
        Map<String, EngagementEvent> events = new LinkedHashMap<>();
        long next = state.receivedUpTo() + 1;
        String fresh = "id" + state.said() + "-" + next;
        events.put("writes", Operator.wrote("words", fresh));
        events.put("writes without an id", Operator.wrote("words", null));
        events.put(
                "writes again",
                Operator.wrote(
                        "words",
                        state.recentIds().isEmpty() ? "x" : state.recentIds().get(0)));
        events.put("writes too much", Operator.wrote("x".repeat(5_000), "long"));
        for (OperatorAct act : List.of(
                new OperatorAct.Take(),
                new OperatorAct.Decline(),
                new OperatorAct.HandOver(Needs.NONE, null, null),
                new OperatorAct.Keep(),
                new OperatorAct.Leave(),
                new OperatorAct.Drop(null),
                new OperatorAct.Close(Resolution.FOLLOW_UP_BY_ME, null),
                new OperatorAct.Close(Resolution.LOST, null))) {
            events.put(act.getClass().getSimpleName(), new EngagementEvent.Did(Operator.PHONE, act));
        }
        long epoch = Math.max(1, state.epoch());
        for (TransferPayload payload : fromHome(next, epoch)) {
            events.put("home: " + payload, new EngagementEvent.HomeSent(Operator.home(), payload));
        }
        for (long question : List.of(1L, 2L)) {
            events.put(
                    "retracted " + question,
                    new EngagementEvent.Retracted(
                            asker(ASK_NORTH, SHIRIN), new Retract(Sample.question(question), "shirin")));
        }
        for (Payload request : List.of(
                Operator.accept(),
                new CloseRequest(ID, epoch, Resolution.LOST, null),
                new CloseRequest(ID, epoch, Resolution.FOLLOW_UP_BY_ME, null),
                new TransferRequest(ID, epoch, Needs.NONE, null, null),
                new TransferCancel(ID, epoch),
                new Leave(ID, epoch),
                new Drop(ID, epoch, null),
                new Absence(ID, epoch, true),
                new Decline(Sample.question(1), "shirin", Decline.Reason.DECLINED))) {
            events.put("done: " + request, new EngagementEvent.Answered(UPPSALA, request, null, null));
            for (Condition condition : Condition.values()) {
                events.put(
                        condition + ": " + request,
                        new EngagementEvent.Answered(UPPSALA, request, null, new Refusal(condition, "no")));
            }
        }
        events.put("owned", new EngagementEvent.Answered(UPPSALA, Operator.accept(), new Owned(ID, 1, 2), null));
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            events.put(
                    "alarm " + kind,
                    new EngagementEvent.Rang(
                            new Alarm(kind, state.call().question().value())));
            events.put("late alarm " + kind, new EngagementEvent.Rang(new Alarm(kind, "1")));
        }
        events.put(
                "joined",
                new EngagementEvent.Answered(UPPSALA, Operator.accept(), new Joined(ID, 1, 2, Role.COLLEAGUE), null));
        for (String seen : List.of(ID.value() + "-" + epoch + "-1", ID.value() + "-" + epoch + "-99", "x")) {
            events.put("has seen " + seen, new EngagementEvent.Signed(ChatState.PAUSED, seen));
        }
        events.put(
                "corrects",
                new EngagementEvent.Wrote(
                        Operator.PHONE,
                        "words",
                        Operator.home(),
                        "c" + next,
                        null,
                        false,
                        new Attached("m1", "https://a.test/", true)));
        events.put("client gone", new EngagementEvent.Link(false));
        events.put("client there", new EngagementEvent.Link(true));
        events.put("restart", new EngagementEvent.Restarted());
        return events;
    }

    private static List<TransferPayload> fromHome(long next, long epoch) {
        return List.of(
                new Relay(ID, epoch, List.of(Operator.patron(next, "x"), Operator.desk(next + 1, "y"))),
                new Relay(ID, epoch, List.of(Operator.patron(next + 5, "x"))),
                new Relay(ID, epoch, List.of(Operator.own(next, 1))),
                new Relay(ID, epoch + 1, List.of(Operator.patron(next, "x"))),
                new SayRefused(ID, epoch, 1, "x"),
                new SayRefused(ID, epoch + 1, 1, "x"),
                new TransferRefused(ID, epoch, TransferRefused.Reason.TIMEOUT, Sample.question(1), null),
                new Released(ID, epoch, Released.Reason.CLOSED, 0),
                new Released(ID, epoch + 1, Released.Reason.PATRON_LEFT, 7),
                new Accept(ID, Sample.question(1), "shirin"),
                new Owned(ID, epoch, 1),
                new Ack(ID, epoch, 1),
                new Joined(ID, epoch, 1, Role.CONSULTANT),
                new Leave(ID, epoch),
                new Drop(ID, epoch, null),
                new Absence(ID, epoch, true),
                new Activity(ID, epoch, ChatState.COMPOSING),
                new Displayed(ID, epoch, 1),
                new Say(ID, epoch, 1, START, "x"),
                new TransferRequest(ID, epoch, Needs.NONE, null, null),
                new TransferCancel(ID, epoch),
                new CloseRequest(ID, epoch, Resolution.LOST, null));
    }
}
