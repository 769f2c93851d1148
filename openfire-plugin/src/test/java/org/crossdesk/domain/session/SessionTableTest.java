package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.PATRON;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;
import static org.crossdesk.domain.Sample.asker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
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

/** Every event in every state: none breaks, and what is decided can be replayed. */
class SessionTableTest {
    private static final SessionId ID = Home.SESSION;

    @Test
    void everyEventMeansSomethingInEveryState() {
        states().forEach((name, home) -> events(home.state()).forEach((what, event) -> {
            Decision<SessionRecord> decision = home.play.considers(event);
            Session after = home.state();
            for (SessionRecord record : decision.records()) {
                after = Home.MACHINE.evolve(after, record);
            }
            assertThat(after.epoch())
                    .as("%s when %s", what, name)
                    .isBetween(home.state().epoch(), home.state().epoch() + 1);
            assertThat(after.closed() && (after.owner() != null || after.call() != null))
                    .as("closed and yet owned or calling: %s when %s", what, name)
                    .isFalse();
            assertThat(after.closed() && after.followUp() != null)
                    .as("closed and yet to be answered: %s when %s", what, name)
                    .isFalse();
            assertThat(after.closed() || after.owner() != null || after.call() != null || after.followUp() != null)
                    .as("looked after: %s when %s", what, name)
                    .isTrue();
        }));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverHappensReplayMakesTheSameState(long seed) {
        Random random = new Random(seed);
        Home home = Home.asked();
        for (int i = 0; i < 300; i++) {
            List<SessionEvent> possible = new ArrayList<>(events(home.state()).values());
            home.happens(possible.get(random.nextInt(possible.size())));
            if (home.state().closed()) {
                assertReplays(home, seed);
                home = Home.asked();
            }
        }
        assertReplays(home, seed);
    }

    private static void assertReplays(Home home, long seed) {
        assertThat(home.play.fold(home.play.records())).as("seed %d", seed).isEqualTo(home.state());
        List<SessionRecord> kept =
                home.play.records().stream().filter(SessionRecord::kept).toList();
        assertThat(forgetful(home.play.fold(kept))).as("seed %d", seed).isEqualTo(forgetful(home.state()));
    }

    /** Without what a resend finds out again. */
    private static Session forgetful(Session state) {
        Session forgotten = state.withWhereabouts(state.at().withThere(List.of()));
        for (Owner one : state.operators()) {
            forgotten = forgotten.withOperator(new Owner(
                    one.operator(),
                    one.question(),
                    one.epoch(),
                    one.since(),
                    0,
                    0,
                    one.said(),
                    0,
                    one.role(),
                    one.refused(),
                    one.via()));
        }
        return forgotten;
    }

    private static Map<String, Home> states() {
        Map<String, Home> states = new LinkedHashMap<>();
        states.put("waiting", Home.asked());
        states.put("waiting at the last step", Home.asked().stepIsOver());
        states.put("told that nobody is there", Home.asked().findsNobody().findsNobody());
        states.put("owned", Home.asked().accepts(SHIRIN));
        states.put("owned, all acknowledged", Home.ownedByShirin());
        states.put("transferring", Home.transferring());
        states.put("transferred", Home.ownedByAino());
        states.put("transferring again", Home.ownedByAino().asksToHandOver(AINO, 2, null));
        states.put("consulting", Home.consulting());
        states.put("with a colleague", Home.withColleague());
        states.put("asking for a colleague", Home.ownedByShirin().wants(AINO, Role.COLLEAGUE));
        states.put("held", Home.held());
        states.put("held and transferring", Home.held().asksToHandOver(SHIRIN, 1, null));
        states.put("patron gone", Home.patronGone());
        states.put(
                "patron gone while waiting", Home.asked().happens(new SessionEvent.PatronLink(Sample.PATRON, false)));
        states.put(
                "not transferred, and not told yet",
                Home.transferring().findsNobody().findsNobody());
        states.put("follow-up by me", Home.byMe());
        states.put("follow-up by me, transferring", Home.byMe().asksToHandOver(SHIRIN, 1, null));
        states.put("follow-up by the home library", Home.byHome());
        states.put("follow-up by the home library, some time ago", Home.byHome().after(Duration.ofMinutes(11)));
        states.put("follow-up of nobody's answer", Home.unanswered());
        states.put("follow-up that somebody takes", Home.byHome().taken(Sample.LARS));
        states.put("follow-up that is overdue", Home.byMe().after(Duration.ofDays(8)));
        states.put("a guest's", Home.askedByGuest());
        states.put("a guest's, owned", Home.ofGuestByShirin());
        states.put("in two windows", Home.ofGuestByShirin().comesBack(Sample.GUEST_AGAIN, 0));
        states.put("a guest's, read again", Home.ofGuestByShirin().readAgain());
        states.put("a guest's follow-up", Home.askedByGuest().readAgain().unheard());
        states.put("read again", Home.ownedByShirin().readAgain());
        states.put("closed", Home.closed());
        Home settled = Home.closed();
        settled.answered(SHIRIN, settled.play.sent(Released.class).get(0), null, null);
        states.put("settled", settled);
        return states;
    }

    /** What can happen: by whom it may and by whom it may not, now and of earlier. */
    private static Map<String, SessionEvent> events(Session state) {
        Map<String, SessionEvent> events = new LinkedHashMap<>();
        QuestionId open =
                state.call() == null ? Sample.question(1) : state.call().question();
        long said = state.owner() == null ? 0 : state.owner().said();
        int lines = state.transcript().size();
        events.put("patron writes", patron("line " + lines, "id" + lines));
        events.put("patron retries", patron("again", state.recentIds().get(0)));
        events.put("patron types", new SessionEvent.PatronSigned(ChatState.COMPOSING, null));
        events.put("patron has seen", new SessionEvent.PatronSigned(null, ID.value() + "-" + lines));
        events.put("patron has seen nothing of ours", new SessionEvent.PatronSigned(null, ID.value() + "-x"));
        events.put(
                "patron corrects",
                new SessionEvent.PatronSaid(
                        Sample.SERVICE,
                        PATRON,
                        "corrected",
                        asker(PATRON, UPPSALA_DESK),
                        "c" + lines,
                        null,
                        "fa",
                        new Attached(state.recentIds().get(0), null, true)));
        events.put("patron wants to be able to come back", Home.guest(PATRON, "line " + lines, "r" + lines));
        for (Address client : List.of(PATRON, Sample.GUEST, Sample.GUEST_AGAIN, Address.parse("g@else.test/g"))) {
            Asker by = asker(client, UPPSALA_DESK);
            events.put(client + " shows the token", new SessionEvent.PatronResumed(by, 0));
            events.put(client + " lacks nothing", new SessionEvent.PatronResumed(by, Long.MAX_VALUE));
            events.put(client + " goes", new SessionEvent.PatronLink(client, false));
            events.put(client + " comes", new SessionEvent.PatronLink(client, true));
        }
        events.put("patron writes without an id", patron("no id", null));
        events.put("patron writes too much", patron("x".repeat(5_000), "long"));
        events.put("patron ends it", new SessionEvent.PatronFinished(asker(PATRON, UPPSALA_DESK)));
        events.put("patron ends it in words", patron("/close", "e" + lines));
        for (Address operator : List.of(SHIRIN, AINO)) {
            String who = operator.resource() + " ";
            events.put(who + "accepts", sent(operator, Home.accept(operator, open)));
            events.put(who + "accepts too late", sent(operator, Home.accept(operator, Sample.question(2))));
            for (long epoch : List.of(Math.max(1, state.epoch() - 1), state.epoch() + 1, Math.max(1, state.epoch()))) {
                String in = " in " + epoch;
                events.put(who + "says" + in, sent(operator, new Say(ID, epoch, said + 1, START, "words")));
                events.put(who + "repeats" + in, sent(operator, new Say(ID, epoch, Math.max(1, said), START, "words")));
                events.put(who + "jumps" + in, sent(operator, new Say(ID, epoch, said + 3, START, "words")));
                events.put(who + "acks" + in, sent(operator, new Ack(ID, epoch, lines)));
                events.put(who + "acks too much" + in, sent(operator, new Ack(ID, epoch, Long.MAX_VALUE)));
                events.put(
                        who + "hands over" + in,
                        sent(operator, new TransferRequest(ID, epoch, Needs.NONE, null, null)));
                events.put(
                        who + "consults" + in,
                        sent(operator, new TransferRequest(ID, epoch, Needs.NONE, AINO, null, Role.CONSULTANT, false)));
                events.put(
                        who + "gives back" + in,
                        sent(operator, new TransferRequest(ID, epoch, Needs.NONE, null, null, null, true)));
                events.put(who + "leaves" + in, sent(operator, new Leave(ID, epoch)));
                events.put(who + "drops" + in, sent(operator, new Drop(ID, epoch, null)));
                events.put(who + "is away" + in, sent(operator, new Absence(ID, epoch, true)));
                events.put(who + "is back" + in, sent(operator, new Absence(ID, epoch, false)));
                events.put(who + "says aside" + in, sent(operator, new Say(ID, epoch, said + 1, START, "words", true)));
                events.put(who + "types" + in, sent(operator, new Activity(ID, epoch, ChatState.COMPOSING)));
                events.put(who + "has seen" + in, sent(operator, new Displayed(ID, epoch, lines)));
                events.put(
                        who + "corrects" + in,
                        sent(
                                operator,
                                new Say(
                                        ID,
                                        epoch,
                                        said + 1,
                                        START,
                                        "words",
                                        false,
                                        new Extras(1L, "https://a.test/"))));
                events.put(who + "keeps" + in, sent(operator, new TransferCancel(ID, epoch)));
                for (Resolution resolution : Resolution.values()) {
                    events.put(
                            who + "closes" + in + resolution,
                            sent(operator, new CloseRequest(ID, epoch, resolution, null)));
                }
            }
            homeOnly()
                    .forEach(payload -> events.put(who + payload.getClass().getSimpleName(), sent(operator, payload)));
        }
        events.put("handle of another", sent(AINO, new Accept(ID, open, "shirin")));
        for (Address service : List.of(UPPSALA_DESK, ASK_NORTH)) {
            events.put(
                    service + " exhausted", new SessionEvent.Exhausted(asker(service, UPPSALA), new Exhausted(open)));
            answers(open).forEach((what, answer) -> events.put(service + " " + what, answer.by(service)));
        }
        Released released = new Released(ID, Math.max(1, state.epoch()), Released.Reason.CLOSED, 0);
        events.put("release heard", new SessionEvent.Answered(SHIRIN, released, null, null));
        for (QuestionId question : List.of(Sample.question(1), open)) {
            TransferRefused failed =
                    new TransferRefused(ID, 1, TransferRefused.Reason.NOBODY_FITS, question, Needs.NONE);
            events.put("failure heard " + question, new SessionEvent.Answered(SHIRIN, failed, null, null));
            events.put(
                    "failure not heard " + question,
                    new SessionEvent.Answered(
                            SHIRIN, failed, null, new Refusal(Condition.REMOTE_SERVER_TIMEOUT, "no")));
        }
        events.put(
                "release not heard",
                new SessionEvent.Answered(SHIRIN, released, null, new Refusal(Condition.REMOTE_SERVER_TIMEOUT, "no")));
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            events.put("alarm " + kind, new SessionEvent.Rang(new Alarm(kind, open.value())));
            events.put("late alarm " + kind, new SessionEvent.Rang(new Alarm(kind, Sample.token(3))));
        }
        events.put("resend", new SessionEvent.Rang(new Alarm(Alarm.Kind.RESEND, Long.toString(state.epoch()))));
        events.put("unheard since the restart", new SessionEvent.Rang(new Alarm(Alarm.Kind.GRACE, "unheard")));
        for (Address operator : List.of(SHIRIN, AINO, Sample.LARS)) {
            events.put(
                    operator.resource() + " takes what waits for later",
                    new SessionEvent.FollowUpTaken(asker(PATRON, UPPSALA), operator));
        }
        events.put("follow-up due", new SessionEvent.Rang(new Alarm(Alarm.Kind.FOLLOW_UP, "")));
        for (Address service : List.of(UPPSALA_DESK, ASK_NORTH)) {
            events.put(
                    "the coordinator of " + service + " attends",
                    new SessionEvent.Attended(asker(service, UPPSALA), new Attend(ID, "aino")));
        }
        events.put("restart", new SessionEvent.Restarted());
        return events;
    }

    private interface AnswerBy {
        SessionEvent by(Address service);
    }

    private static Map<String, AnswerBy> answers(QuestionId open) {
        Question question =
                new Question(new Call(open, ID, UPPSALA, false, Needs.NONE, "x", null, List.of(), null), 1, List.of());
        Payload withdraw = new Withdraw(open, Withdraw.Reason.TAKEN);
        Refusal away = new Refusal(Condition.REMOTE_SERVER_NOT_FOUND, "no");
        return Map.of(
                "takes it",
                by -> new SessionEvent.Answered(by, question, new Brokered(open, 2), null),
                "has nobody",
                by -> new SessionEvent.Answered(by, question, new Brokered(open, 0), null),
                "is away",
                by -> new SessionEvent.Answered(by, question, null, away),
                "knows no such question",
                by -> new SessionEvent.Answered(by, withdraw, null, away));
    }

    private static List<TransferPayload> homeOnly() {
        return List.of(
                new Owned(ID, 1, 1),
                new Relay(ID, 1, List.of(new Utterance(1, START, Speaker.PATRON, null, "x"))),
                new SayRefused(ID, 1, 1, "x"),
                new TransferRefused(ID, 1, TransferRefused.Reason.TIMEOUT, Sample.question(1), null),
                new Joined(ID, 1, 0, Role.COLLEAGUE),
                new Released(ID, 1, Released.Reason.CLOSED, 0));
    }

    private static SessionEvent sent(Address operator, TransferPayload payload) {
        return new SessionEvent.DeskSent(asker(operator, UPPSALA), payload);
    }

    private static SessionEvent patron(String body, String messageId) {
        return new SessionEvent.PatronSaid(
                Sample.SERVICE, PATRON, body, asker(PATRON, UPPSALA_DESK), messageId, messageId, "fa");
    }
}
