package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;
import static org.crossdesk.domain.Sample.asker;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Resumed;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Patrons who come back to a desk: by their token, from wherever they are. */
@Timeout(30)
class PatronsReturnTest {
    private Bench bench = new Bench();
    private ConversationToken token = new ConversationToken(Sample.token(1));
    private SessionId session = Sample.session(1);

    PatronsReturnTest() throws JournalException {}

    /** A guest asks, and Shirin has it. */
    private void talk() {
        writes("g1", "inheritance?", "m1");
        bench.turns();
        token = bench.of(Effect.Confirm.class).get(0).payloads().stream()
                .filter(Resumable.class::isInstance)
                .map(payload -> ((Resumable) payload).token())
                .findFirst()
                .orElseThrow();
        Question question = bench.asked(Question.class).get(0);
        session = question.call().session();
        bench.desk.fromDesk(
                asker(SHIRIN, UPPSALA), new Accept(session, question.call().question(), "shirin"));
        bench.turns();
        bench.desk.fromDesk(asker(SHIRIN, UPPSALA), new Ack(session, 1, 3));
        bench.turns();
    }

    private static Address client(String guest) {
        return Address.parse(guest + "@uppsala.test/" + guest);
    }

    private void writes(String guest, String body, String id) {
        writes(guest, body, id, null);
    }

    private void writes(String guest, String body, String id, ConversationToken shown) {
        Address patron = client(guest);
        bench.desk.patronSaid(new SessionEvent.PatronSaid(
                Sample.SERVICE,
                patron,
                body,
                new Asker(patron, UPPSALA_DESK, id, Asker.Form.MESSAGE),
                id,
                id,
                null,
                Attached.NOTHING,
                false,
                new Resumable(shown)));
    }

    private void comesBack(String guest, long after) {
        bench.desk.patronResumed(asker(client(guest), UPPSALA_DESK), new Resume(token, after));
        bench.turns();
    }

    private void shirinSays(String body, long number) {
        bench.desk.fromDesk(asker(SHIRIN, UPPSALA), new Say(session, 1, number, Sample.START, body));
        bench.turns();
    }

    private void shirinCloses(long lines) {
        bench.desk.fromDesk(asker(SHIRIN, UPPSALA), new Ack(session, 1, lines));
        bench.desk.fromDesk(asker(SHIRIN, UPPSALA), new CloseRequest(session, 1, Resolution.ANSWERED, null));
        bench.turns();
        StateKey key = new StateKey(StateKey.Kind.SESSION, session.value());
        bench.asked(Released.class).forEach(released -> bench.desk.answered(key, SHIRIN, released, null, null));
        bench.turns();
    }

    private List<Address> toldAt() {
        return bench.of(Effect.Tell.class).stream().map(Effect.Tell::to).toList();
    }

    @Test
    void whatIsNotWrittenHasNotMoved() {
        talk();
        bench.journal.failsWhen(() -> true);
        comesBack("g2", 0);
        assertThat(bench.refused()).containsExactly(Condition.INTERNAL_SERVER_ERROR);
        assertThat(bench.told()).isEmpty();
        bench.journal.failsWhen(() -> false);
        shirinSays("salam", 1);
        assertThat(toldAt()).containsExactly(client("g1"));
        comesBack("g2", 3);
        assertThat(bench.told()).containsExactly("salam");
        assertThat(toldAt()).containsExactly(client("g2"));
    }

    @Test
    void theNextAddressWritesInTheSameSessionAndTheOneBeforeTo() {
        talk();
        comesBack("g2", 3);
        writes("g2", "a house", "n1");
        writes("g1", "two houses", "n2");
        bench.turns();
        assertThat(bench.asked(Question.class)).as("another session").isEmpty();
        assertThat(toldAt()).containsExactly(client("g1"), client("g2"));
    }

    @Test
    void afterARestartTheTokenOpensTheSameConversation() throws JournalException {
        talk();
        shirinSays("salam", 1);
        bench = new Bench(bench.journal, Library.LIMITS);
        bench.turns();
        comesBack("g2", 1);
        assertThat(bench.of(Effect.Answer.class))
                .extracting(Effect.Answer::payload)
                .containsExactly(new Resumed(4, false));
        assertThat(bench.told()).hasSize(3).endsWith("salam");
        shirinSays("are you there?", 2);
        assertThat(toldAt()).containsExactly(client("g2"));
    }

    @Test
    void whoIsThereIsNotWrittenDownSoThatAGuestIsMissedAfterARestart() throws JournalException {
        talk();
        // What stands is written down anew.
        bench.desk.forgetEnded(Duration.ofDays(30));
        bench.turns();
        shirinSays("salam", 1);
        bench = new Bench(bench.journal, Library.LIMITS);
        bench.turns();
        StateKey key = new StateKey(StateKey.Kind.SESSION, session.value());
        Alarm missed = bench.alarms.get(key).stream()
                .filter(alarm -> alarm.kind() == Alarm.Kind.GRACE)
                .findFirst()
                .orElseThrow();
        bench.desk.rang(key, missed);
        bench.turns();
        assertThat(bench.asked(Released.class))
                .extracting(Released::reason)
                .containsExactly(Released.Reason.PATRON_LEFT);
    }

    @Test
    void aTokenThatIsNotOursOpensNothing() {
        talk();
        token = new ConversationToken(Sample.token(9));
        comesBack("g2", 0);
        assertThat(bench.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
        assertThat(bench.told()).isEmpty();
    }

    @Test
    void aClientsOwnTokenMakesTheFirstWordsOneLineFromWhereverTheyAreSaidAgain() {
        ConversationToken own = new ConversationToken(Sample.token(3));
        writes("g1", "inheritance?", "m1", own);
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class).get(0).payloads()).contains(new Resumable(own));
        bench.desk.clientGone(client("g1"), true);
        writes("g2", "inheritance?", "m1", own);
        writes("g2", "a house", "m2", own);
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class))
                .extracting(Effect.Confirm::to)
                .containsExactly(client("g2"), client("g2"));
        assertThat(bench.journal.history(StateKey.Kind.SESSION, SessionRecord.class))
                .hasSize(1);
    }

    @Test
    void aTokenIsOfOneConversation() {
        talk();
        writes("g2", "another question", "n1", new ConversationToken(Sample.token(3)));
        bench.turns();
        writes("g2", "by the token of another", "n2", token);
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.CONFLICT);
        assertThat(bench.of(Effect.Confirm.class)).isEmpty();

        shirinCloses(3);
        writes("g3", "inheritance?", "m1", token);
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class)).as("kept before the close").hasSize(1);
        writes("g3", "one more", "m2", token);
        bench.turns();
        assertThat(bench.refused()).containsExactly(Condition.CONFLICT);
        writes("g3", "one more", "m2", new ConversationToken(Sample.token(4)));
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class)).hasSize(1);
    }

    @Test
    void whoHasAnotherConversationHereKeepsThat() {
        talk();
        writes("g2", "another question", "n1");
        bench.turns();
        comesBack("g2", 0);
        assertThat(bench.refused()).containsExactly(Condition.CONFLICT);
        assertThat(bench.told()).isEmpty();
    }

    @Test
    void whatWasSaidLastIsReadAfterTheCloseEvenWhereTheDeskHasRestarted() throws JournalException {
        talk();
        shirinSays("goodbye", 1);
        shirinCloses(4);
        comesBack("g2", 3);
        assertThat(bench.told()).containsExactly("goodbye", "PATRON_CLOSED");
        bench = new Bench(bench.journal, Library.LIMITS);
        bench.turns();
        comesBack("g3", 4);
        assertThat(bench.told()).containsExactly("PATRON_CLOSED");
        assertThat(bench.of(Effect.Answer.class))
                .extracting(Effect.Answer::payload)
                .containsExactly(new Resumed(5, true));
        bench.time(Library.SESSION_POLICY.grace());
        bench.time(Library.SESSION_POLICY.grace());
        comesBack("g3", 4);
        assertThat(bench.refused()).containsExactly(Condition.ITEM_NOT_FOUND);
    }

    private void finishes(String guest, ConversationToken shown) {
        bench.desk.patronFinished(asker(client(guest), UPPSALA_DESK), new Finish(shown));
        bench.turns();
    }

    @Test
    void whoShowsTheTokenOrHasTheAddressEndsItAndNobodyElse() {
        talk();
        finishes("g2", new ConversationToken(Sample.token(9)));
        assertThat(bench.refused()).as("another token").containsExactly(Condition.ITEM_NOT_FOUND);
        finishes("g2", null);
        assertThat(bench.refused()).as("another address").containsExactly(Condition.ITEM_NOT_FOUND);
        bench.desk.patronFinished(asker(Address.parse("g2@else.test/g2"), UPPSALA_DESK), new Finish(token));
        bench.turns();
        assertThat(bench.refused()).as("of another domain").containsExactly(Condition.ITEM_NOT_FOUND);
        assertThat(bench.asked(Released.class)).isEmpty();
        finishes("g2", token);
        assertThat(bench.asked(Released.class))
                .as("only once their desk has shown that it has the session")
                .isEmpty();
        bench.desk.fromDesk(asker(SHIRIN, UPPSALA), new Ack(session, 1, 1));
        bench.turns();
        assertThat(bench.asked(Released.class))
                .extracting(Released::reason)
                .containsExactly(Released.Reason.PATRON_LEFT);
        finishes("g2", token);
        assertThat(bench.of(Effect.Answer.class))
                .extracting(Effect.Answer::payload)
                .containsOnlyNulls();
        finishes("g3", token);
        assertThat(bench.refused()).as("done already").isEmpty();
    }

    @Test
    void whatIsSaidAgainAfterTheEndOfAQuestionThatWaitedIsStillOneLine() {
        writes("g1", "inheritance?", "m1");
        bench.turns();
        finishes("g1", null);
        bench.desk.patronSaid(new SessionEvent.PatronSaid(
                Sample.SERVICE,
                client("g1"),
                "inheritance?",
                new Asker(client("g1"), UPPSALA_DESK, "m1", Asker.Form.MESSAGE),
                "m1",
                "m1",
                null));
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class)).hasSize(1);
        assertThat(bench.asked(Question.class)).isEmpty();
    }

    @Test
    void toEndWhatThereIsNotBeginsNothing() {
        writes("g1", "/close", "m1");
        bench.turns();
        assertThat(bench.of(Effect.Confirm.class)).hasSize(1);
        assertThat(bench.told()).containsExactly("PATRON_NOTHING_TO_CLOSE");
        assertThat(bench.journal.history(StateKey.Kind.SESSION, SessionRecord.class))
                .isEmpty();
        talk();
        finishes("g1", null);
        assertThat(bench.told()).containsExactly("PATRON_FINISHED");
    }

    @Test
    void ofManyClosedConversationsTheLastAreRemembered() {
        talk();
        shirinCloses(3);
        Session ended = MemoryJournal.fold(
                Library.SESSIONS,
                bench.journal
                        .history(StateKey.Kind.SESSION, SessionRecord.class)
                        .get(session.value()));
        ClosedConversations closed = new ClosedConversations();
        closed.remember(ended);
        closed.remember(ended);
        assertThat(closed.get(token)).isEqualTo(ended);
        for (int i = 0; i < ClosedConversations.MAX; i++) {
            closed.remember(named(ended, Sample.token(70_000 + i)));
        }
        assertThat(closed.get(token)).isNull();
        assertThat(closed.get(new ConversationToken(Sample.token(70_000)))).isNotNull();
    }

    private static Session named(Session ended, String name) {
        return Library.SESSIONS.evolve(
                ended, new SessionRecord.PatronMoved(new ConversationToken(name), List.of(client("g1"))));
    }
}
