package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.Line;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.session.Transcript;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.Journal.Batch;
import org.crossdesk.runtime.Journal.Entry;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.StateKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the journal promises, on whatever database. */
interface JournalContract {
    StateKey SESSION = new StateKey(StateKey.Kind.SESSION, "s1");
    StateKey OTHER = new StateKey(StateKey.Kind.SESSION, "s2");
    StateKey ENGAGEMENT = new StateKey(StateKey.Kind.ENGAGEMENT, "s1");
    StateKey LEDGER = new StateKey(StateKey.Kind.LEDGER, "ledger");
    StateKey ENDED = new StateKey(StateKey.Kind.SESSION, "ended");
    int ENDED_MAX = 2;
    LedgerEntry ASKED = new LedgerEntry(LedgerEntry.Kind.ASKED, "uppsala.test", null, null);
    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** A database with our tables, and nothing in them. */
    TestDatabase database();

    private static Entry line(StateKey key, String body) {
        return new Entry(
                key, new SessionRecord.OperatorUttered(new Line(1, NOON.plusNanos(1), Speaker.OPERATOR, 2, 3, body)));
    }

    private static Batch entries(Entry... entries) {
        return new Batch(List.of(entries), List.of(), List.of());
    }

    private static Entry standing(StateKey key, int seed) {
        Session session = new Samples(seed).of(Session.class);
        return new Entry(key, new SessionRecord.Standing(session));
    }

    private static List<Entry> replayed(Journal journal) throws JournalException {
        List<Entry> read = new ArrayList<>();
        journal.replay(
                new Journal.Reader() {
                    @Override
                    public void session(StateKey key, SessionRecord record) {
                        read.add(new Entry(key, record));
                    }

                    @Override
                    public void engagement(StateKey key, EngagementRecord record) {
                        read.add(new Entry(key, record));
                    }

                    @Override
                    public void ledger(LedgerEntry entry) {
                        read.add(new Entry(LEDGER, entry));
                    }

                    @Override
                    public void counts(Counts counts) {
                        read.add(new Entry(LEDGER, counts));
                    }

                    @Override
                    public void left(StateKey key) {
                        read.removeIf(entry -> entry.key().equals(key));
                    }

                    @Override
                    public void ended(SessionRecord.Standing last) {
                        read.add(new Entry(ENDED, last));
                    }
                },
                ENDED_MAX);
        return read;
    }

    private JdbcJournal journal() throws JournalException {
        return JdbcJournal.open(database()::open);
    }

    @Test
    @DisplayName("what was written is read in its order, also after the database was stopped")
    default void keepsOrder() throws Exception {
        Entry first = line(SESSION, "سلام 🙂\n'\"\\ {0}");
        Entry second = new Entry(ENGAGEMENT, new EngagementRecord.Accepting());
        Entry third = new Entry(LEDGER, ASKED);
        Entry fourth = line(OTHER, "two");
        JdbcJournal journal = journal();
        journal.write(entries(first, second), NOON);
        journal.write(entries(third), NOON);
        database().restart();
        assertThat(replayed(journal())).containsExactly(first, second, third);
        journal().write(entries(fourth), NOON);
        assertThat(replayed(journal)).containsExactly(first, second, third, fourth);
    }

    @Test
    @DisplayName("characters that XML or the database can't carry harm nobody else's records in the batch")
    default void hostileCharacters() throws Exception {
        Entry hostile = line(SESSION, "\u0000\u0001 \uD800 \uDC00 \uFFFF \uD83D\uDE42");
        JdbcJournal journal = journal();
        journal.write(entries(hostile, line(OTHER, "b")), NOON);
        assertThat(replayed(journal)).containsExactly(hostile, line(OTHER, "b"));
    }

    @Test
    @DisplayName("a batch that was committed while the connection went is taken back before the next")
    default void doubtfulCommit() throws Exception {
        AtomicBoolean cut = new AtomicBoolean();
        JdbcJournal journal = JdbcJournal.open(() -> cutting(database().open(), cut));
        journal.write(entries(line(OTHER, "before")), NOON);
        cut.set(true);
        Batch batch = new Batch(List.of(line(SESSION, "in doubt")), List.of(standing(OTHER, 1)), List.of());
        assertThatThrownBy(() -> journal.write(batch, NOON)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.write(batch, NOON)).isInstanceOf(JournalException.class);
        cut.set(false);
        journal.write(entries(line(SESSION, "after")), NOON);
        assertThat(replayed(journal())).containsExactly(line(OTHER, "before"), line(SESSION, "after"));
        assertThat(rows()).isEqualTo(2);
    }

    /** Lets the commit succeed and its answer be lost. */
    private static Connection cutting(Connection connection, AtomicBoolean cut) {
        return (Connection) Proxy.newProxyInstance(
                JournalContract.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (method.getName().equals("commit") && cut.get()) {
                            throw new SQLException("the connection is gone");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    @DisplayName("connections are given back as they were lent")
    default void givesConnectionsBack() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicBoolean changed = new AtomicBoolean();
        JdbcJournal journal = JdbcJournal.open(() -> {
            open.incrementAndGet();
            Connection connection = database().open();
            return (Connection) Proxy.newProxyInstance(
                    JournalContract.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            open.decrementAndGet();
                            changed.compareAndSet(false, !connection.getAutoCommit());
                        }
                        return method.invoke(connection, arguments);
                    });
        });
        journal.write(entries(line(SESSION, "a")), NOON);
        replayed(journal);
        journal.forgetEndedBefore(NOON);
        journal.forgetBefore(1);
        assertThatThrownBy(() -> journal.write(tooLong(), NOON)).isInstanceOf(JournalException.class);
        assertThat(open).hasValue(0);
        assertThat(changed).isFalse();
    }

    @Test
    @DisplayName("thousands of lines are replayed")
    default void manyLines() throws Exception {
        JdbcJournal journal = journal();
        String body = "ط".repeat(20_000);
        journal.write(entries(line(SESSION, body)), NOON);
        for (int i = 0; i < 10; i++) {
            journal.write(
                    entries(IntStream.range(0, 256)
                            .mapToObj(n -> line(SESSION, "line"))
                            .toArray(Entry[]::new)),
                    NOON);
        }
        assertThat(replayed(journal)).hasSize(2_561).first().isEqualTo(line(SESSION, body));
    }

    @Test
    @DisplayName("an empty batch takes no connection; a database that is away is an exception, not a loss")
    default void awayAndEmpty() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        JdbcJournal journal = JdbcJournal.open(() -> {
            if (away.get()) {
                throw new SQLException("away");
            }
            return database().open();
        });
        away.set(true);
        assertThatCode(() -> journal.write(entries(), NOON)).doesNotThrowAnyException();
        assertThatThrownBy(() -> journal.write(entries(line(SESSION, "lost")), NOON))
                .isInstanceOf(JournalException.class)
                .hasRootCauseMessage("away");
        assertThatThrownBy(() -> replayed(journal)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.forgetEndedBefore(NOON)).isInstanceOf(JournalException.class);
        away.set(false);
        journal.write(entries(line(SESSION, "kept")), NOON);
        assertThat(replayed(journal)).containsExactly(line(SESSION, "kept"));
    }

    /** The database refuses it: an ended state's name is longer than its column. */
    private static Batch tooLong() {
        Entry last = standing(new StateKey(StateKey.Kind.SESSION, "x".repeat(256)), 1);
        return new Batch(List.of(line(SESSION, "lost"), line(OTHER, "lost")), List.of(last), List.of());
    }

    @Test
    @DisplayName("what ended is read as it was last, the latest only, and is deleted when its time is over")
    default void endedStates() throws Exception {
        JdbcJournal journal = journal();
        Entry standing = standing(SESSION, 1);
        journal.write(entries(line(SESSION, "a"), line(OTHER, "b"), line(SESSION, "c")), NOON);
        journal.write(new Batch(List.of(), List.of(standing(OTHER, 3)), List.of()), NOON);
        journal.write(new Batch(List.of(), List.of(standing(ENGAGEMENT, 2)), List.of()), NOON);
        journal.write(new Batch(List.of(), List.of(standing), List.of()), NOON.plusSeconds(1));
        assertThat(replayed(journal()))
                .containsExactly(new Entry(ENDED, standing(SESSION, 2).record()), new Entry(ENDED, standing.record()));
        assertThat(journal.forgetEndedBefore(NOON)).isZero();
        assertThat(journal.forgetEndedBefore(NOON.plusMillis(1))).isEqualTo(2);
        assertThat(replayed(journal())).containsExactly(new Entry(ENDED, standing.record()));
    }

    @Test
    @DisplayName("a session of the largest size stands and ends, in one row each")
    default void largest() throws Exception {
        Transcript transcript = Transcript.EMPTY;
        String body = "\u56F3".repeat(9_963);
        for (int i = 1; transcript.bytes() < 1_100_000; i++) {
            transcript = transcript.plus(new Line(i, NOON, Speaker.PATRON, 0, 0, body));
        }
        Session any = new Samples(1).of(Session.class);
        Session largest = new Session(
                any.id(),
                any.service(),
                any.patron(),
                null,
                any.needs(),
                any.steps(),
                null,
                transcript,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                false,
                null,
                null,
                null);
        Entry entry = new Entry(SESSION, new SessionRecord.Standing(largest));
        JdbcJournal journal = journal();
        journal.write(entries(entry, line(OTHER, "a")), NOON);
        journal.write(entries(line(OTHER, "b")), NOON);
        journal.write(new Batch(List.of(entry), List.of(entry), List.of()), NOON);
        journal.forgetBefore(2);
        journal.write(entries(line(OTHER, "c")), NOON);
        assertThat(replayed(journal()))
                .containsExactly(new Entry(ENDED, entry.record()), line(OTHER, "b"), line(OTHER, "c"));
    }

    @Test
    @DisplayName("what is forgotten is not read, and its name can live again")
    default void forgottenStates() throws Exception {
        JdbcJournal journal = journal();
        journal.write(entries(line(SESSION, "a"), line(OTHER, "b")), NOON);
        journal.write(new Batch(List.of(line(SESSION, "c")), List.of(), List.of(SESSION)), NOON);
        assertThat(replayed(journal)).containsExactly(line(OTHER, "b"));
        journal.write(entries(line(SESSION, "again")), NOON);
        assertThat(replayed(journal())).containsExactly(line(OTHER, "b"), line(SESSION, "again"));
    }

    @Test
    @DisplayName("batches before a position are deleted, and the numbers go on after a start, even of an empty journal")
    default void forgetsBefore() throws Exception {
        JdbcJournal journal = journal();
        journal.write(entries(line(SESSION, "a")), NOON);
        journal.write(entries(new Entry(LEDGER, new Counts(Map.of("asked", 3L)))), NOON);
        journal.write(entries(standing(SESSION, 1)), NOON);
        assertThat(journal.position()).isEqualTo(3);
        journal.forgetBefore(2);
        assertThat(replayed(journal))
                .containsExactly(new Entry(LEDGER, new Counts(Map.of("asked", 3L))), standing(SESSION, 1));
        journal.write(new Batch(List.of(), List.of(standing(SESSION, 1)), List.of()), NOON);
        journal.forgetBefore(5);
        assertThat(journal().position()).isEqualTo(4);
    }

    @Test
    @DisplayName("a batch is kept whole or not at all, and the next one is kept")
    default void wholeBatches() throws Exception {
        JdbcJournal journal = journal();
        assertThatThrownBy(() -> journal.write(tooLong(), NOON))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("2 records were not kept");
        assertThat(replayed(journal)).isEmpty();
        journal.write(entries(line(SESSION, "kept")), NOON);
        assertThat(replayed(journal())).containsExactly(line(SESSION, "kept"));
    }

    @Test
    @DisplayName("a batch of a newer version, or that isn't as it was written, stops the replay, is named, and stays")
    default void unknownBatches() throws Exception {
        JdbcJournal journal = journal();
        journal.write(entries(line(SESSION, "a")), NOON);
        journal.write(entries(new Entry(ENGAGEMENT, new EngagementRecord.Accepting())), NOON);
        database().execute("UPDATE ofCrossdeskJournal SET formatVersion = 2 WHERE batchID = 2");
        assertThatThrownBy(() -> replayed(journal))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("batch 2 of the journal has version 2")
                .hasMessageEndingWith("Nothing was changed.");
        database()
                .execute("UPDATE ofCrossdeskJournal SET formatVersion = 1,"
                        + " records = REPLACE(records, 'accepting', 'over') WHERE batchID = 2");
        assertThatThrownBy(() -> replayed(journal))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("batch 2 of the journal is not as it was written")
                .hasMessageEndingWith("Nothing was changed.");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    @DisplayName("a database of version 1 is taken over: what lived lives, what ended is kept until its time")
    default void upgrade() throws Exception {
        TestDatabase database = database();
        for (String table : List.of("Journal", "Ended", "Service", "Operator")) {
            database.execute("DROP TABLE ofCrossdesk" + table);
        }
        database.execute("DELETE FROM ofVersion");
        database.script("database-1/" + database.schema());
        String insert = "INSERT INTO ofCrossdeskRecord"
                + " (recordID, stateKind, stateID, writtenAt, endedAt, recordVersion, record) VALUES ";
        String session = new RecordFormat<>(SessionRecord.class)
                .write((SessionRecord) line(SESSION, "it's").record())
                .replace("'", "''");
        database.execute(insert + "(1, 'session', 's1', 5, NULL, 1, '" + session + "')");
        database.execute(insert + "(2, 'session', 's2', 5, 1000, 1, '" + session + "')");
        database.execute(insert + "(3, 'engagement', 'a\"b\\c', 5, NULL, 1, '{\"@type\":\"accepting\"}')");
        database.execute(insert + "(4, 'ledger', 'ledger', 5, NULL, 1, '"
                + new RecordFormat<>(LedgerEntry.class).write(ASKED) + "')");
        database.script("upgrade/2/" + database.schema());
        assertThat(replayed(journal()))
                .containsExactly(
                        line(SESSION, "it's"),
                        new Entry(new StateKey(StateKey.Kind.ENGAGEMENT, "a\"b\\c"), new EngagementRecord.Accepting()),
                        new Entry(LEDGER, ASKED));
        assertThat(version()).isEqualTo(2);
        assertThat(journal().forgetEndedBefore(Instant.EPOCH.plusSeconds(2))).isEqualTo(1);
    }

    @Test
    @DisplayName("the version row says that the tables are there")
    default void versionRow() throws Exception {
        assertThat(version()).isEqualTo(2);
    }

    private int version() throws SQLException {
        return number("SELECT version FROM ofVersion WHERE name = 'crossdesk'");
    }

    private int rows() throws SQLException {
        return number("SELECT COUNT(*) FROM ofCrossdeskJournal");
    }

    private int number(String select) throws SQLException {
        try (Connection connection = database().open();
                ResultSet row = connection.createStatement().executeQuery(select)) {
            row.next();
            return row.getInt(1);
        }
    }
}
