package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.Line;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.session.Transcript;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.Journal.Batch;
import org.crossdesk.runtime.Journal.Entry;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.StateKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal promises, on files and whatever database. */
interface JournalContract {
    Duration FILED_MAX = Duration.ofSeconds(20);
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
                    public void outbox(StateKey key, OutboxRecord record) {
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
                    public void statistics(Statistics.Standing standing) {
                        read.add(new Entry(LEDGER, standing));
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

    /** The journal in this folder, read already. */
    private FileJournal journal(Path files) throws JournalException {
        FileJournal journal = FileJournal.open(files, database()::open);
        replayed(journal);
        return journal;
    }

    private List<Entry> reread(Path files) throws JournalException {
        try (FileJournal journal = FileJournal.open(files, database()::open)) {
            return replayed(journal);
        }
    }

    @Test
    @DisplayName("what was written is read in its order, and its numbers go on")
    default void keepsOrder(@TempDir Path files) throws Exception {
        Entry first = line(SESSION, "سلام 🙂\n'\"\\ {0}");
        Entry second = new Entry(ENGAGEMENT, new EngagementRecord.Accepting());
        Entry third = new Entry(LEDGER, ASKED);
        Entry fourth = line(OTHER, "two");
        try (FileJournal journal = journal(files)) {
            journal.write(entries(first, second), NOON);
            journal.write(entries(third), NOON);
            journal.write(entries(), NOON);
        }
        try (FileJournal journal = FileJournal.open(files, database()::open)) {
            assertThat(replayed(journal)).containsExactly(first, second, third);
            assertThat(journal.position()).isEqualTo(2);
            journal.write(entries(fourth), NOON);
        }
        assertThat(reread(files)).containsExactly(first, second, third, fourth);
    }

    @Test
    @DisplayName("characters that XML or a database can't carry harm nobody else's records in the batch")
    default void hostileCharacters(@TempDir Path files) throws Exception {
        Entry hostile = line(SESSION, "\u0000\u0001 \uD800 \uDC00 \uFFFF \uD83D\uDE42");
        try (FileJournal journal = journal(files)) {
            journal.write(entries(hostile, line(OTHER, "b")), NOON);
        }
        assertThat(reread(files)).containsExactly(hostile, line(OTHER, "b"));
    }

    @Test
    @DisplayName("thousands of lines are replayed")
    default void manyLines(@TempDir Path files) throws Exception {
        String body = "ط".repeat(20_000);
        try (FileJournal journal = journal(files)) {
            journal.write(entries(line(SESSION, body)), NOON);
            for (int i = 0; i < 10; i++) {
                journal.write(
                        entries(IntStream.range(0, 256)
                                .mapToObj(n -> line(SESSION, "line"))
                                .toArray(Entry[]::new)),
                        NOON);
            }
        }
        assertThat(reread(files)).hasSize(2_561).first().isEqualTo(line(SESSION, body));
    }

    @Test
    @DisplayName("what is forgotten is not read, and its name can live again")
    default void forgottenStates(@TempDir Path files) throws Exception {
        try (FileJournal journal = journal(files)) {
            journal.write(entries(line(SESSION, "a"), line(OTHER, "b")), NOON);
            journal.write(new Batch(List.of(line(SESSION, "c")), List.of(), List.of(SESSION)), NOON);
        }
        assertThat(reread(files)).containsExactly(line(OTHER, "b"));
        try (FileJournal journal = journal(files)) {
            journal.write(entries(line(SESSION, "again")), NOON);
        }
        assertThat(reread(files)).containsExactly(line(OTHER, "b"), line(SESSION, "again"));
    }

    @Test
    @DisplayName("what ended is in the database as it was last, the latest only are read, until its time is over")
    default void endedStates(@TempDir Path files) throws Exception {
        Entry standing = standing(SESSION, 1);
        Entry before = standing(ENDED, 2);
        try (FileJournal journal = journal(files)) {
            journal.write(entries(line(SESSION, "a"), line(OTHER, "b"), line(SESSION, "c")), NOON);
            journal.write(new Batch(List.of(), List.of(standing(OTHER, 3)), List.of()), NOON);
            journal.write(new Batch(List.of(), List.of(before), List.of()), NOON);
            journal.write(new Batch(List.of(), List.of(standing), List.of()), NOON.plusSeconds(1));
            await().atMost(FILED_MAX).until(() -> rows() == 3);
            assertThat(journal.forgetEndedBefore(NOON)).isZero();
            assertThat(journal.forgetEndedBefore(NOON.plusMillis(1))).isEqualTo(2);
        }
        // What is in the files, too, is read from there, and not filed twice.
        assertThat(reread(files)).contains(new Entry(ENDED, standing.record()));
        assertThat(number("SELECT COUNT(*) FROM ofCrossdeskEnded WHERE batchID = 4"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("what was ended and forgotten is in no file any more once a checkpoint is through")
    default void endedAndForgotten(@TempDir Path files) throws Exception {
        try (FileJournal journal = journal(files)) {
            journal.write(new Batch(List.of(line(OTHER, "b")), List.of(standing(SESSION, 1)), List.of()), NOON);
            await().atMost(FILED_MAX).until(() -> rows() == 1);
            assertThat(journal.forgetEndedBefore(NOON.plusMillis(1))).isEqualTo(1);
            long mark = journal.mark();
            journal.write(entries(standing(OTHER, 2)), NOON);
            journal.forgetBefore(mark);
        }
        assertThat(reread(files)).containsExactly(standing(OTHER, 2));
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("a database that is away keeps nobody from talking; what ended is filed when it is back, also later")
    default void databaseAway(@TempDir Path files) throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        ConnectionSource source = () -> {
            if (away.get()) {
                throw new SQLException("away");
            }
            return database().open();
        };
        FileJournal journal = FileJournal.open(files, source);
        replayed(journal);
        away.set(true);
        journal.write(new Batch(List.of(line(OTHER, "kept")), List.of(standing(SESSION, 1)), List.of()), NOON);
        assertThatThrownBy(() -> journal.forgetEndedBefore(NOON)).isInstanceOf(JournalException.class);
        journal.close();
        assertThat(rows()).isZero();
        assertThatThrownBy(() -> FileJournal.open(files, source)).isInstanceOf(JournalException.class);
        away.set(false);
        try (FileJournal again = FileJournal.open(files, source)) {
            assertThat(replayed(again)).contains(line(OTHER, "kept"));
            await().atMost(FILED_MAX).until(() -> rows() == 1);
            away.set(true);
            again.write(new Batch(List.of(), List.of(standing(OTHER, 1)), List.of()), NOON);
            again.forgetBefore(again.position() + 1);
            away.set(false);
            await().atMost(FILED_MAX).until(() -> rows() == 2);
        }
    }

    @Test
    @DisplayName("a session of the largest size stands and ends")
    default void largest(@TempDir Path files) throws Exception {
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
                null,
                null,
                null,
                null,
                null);
        Entry entry = new Entry(SESSION, new SessionRecord.Standing(largest));
        try (FileJournal journal = journal(files)) {
            journal.write(entries(entry, line(OTHER, "a")), NOON);
            journal.write(new Batch(List.of(entry), List.of(entry), List.of()), NOON);
            await().atMost(FILED_MAX).until(() -> rows() == 1);
        }
        assertThat(reread(files))
                .containsExactly(new Entry(ENDED, entry.record()), line(OTHER, "a"), new Entry(ENDED, entry.record()));
    }

    @Test
    @DisplayName("a database in which the journal was is taken over once: what lived lives, what ended stays")
    default void upgrade(@TempDir Path files) throws Exception {
        TestDatabase database = database();
        for (String table : List.of("Ended", "Service", "Operator", "Consent", "Script", "Rating")) {
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
        database.script("upgrade/3/" + database.schema());
        database.script("upgrade/4/" + database.schema());
        database.script("upgrade/5/" + database.schema());
        String other =
                new RecordFormat<>(StoredBatch.class).write(new StoredBatch(List.of(new StoredBatch.OfLedger(ASKED))));
        database.execute("INSERT INTO ofCrossdeskJournal (batchID, writtenAt, formatVersion, checksum, records) VALUES"
                + " (7, 5, 1, " + FormerJournal.checksum(other) + ", '" + other + "')");
        Entry[] all = {
            line(SESSION, "it's"),
            new Entry(new StateKey(StateKey.Kind.ENGAGEMENT, "a\"b\\c"), new EngagementRecord.Accepting()),
            new Entry(LEDGER, ASKED),
            new Entry(LEDGER, ASKED)
        };
        database.execute("UPDATE ofCrossdeskJournal SET checksum = 5 WHERE batchID = 7");
        assertThatThrownBy(() -> reread(files))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("batch 7 of the table ofCrossdeskJournal is not as it was written");
        database.execute("UPDATE ofCrossdeskJournal SET checksum = 0 WHERE batchID = 7");
        assertThat(reread(files)).containsExactly(all);
        assertThatThrownBy(() -> database.execute("SELECT * FROM ofCrossdeskJournal"))
                .isInstanceOf(SQLException.class);
        try (FileJournal journal = FileJournal.open(files, database::open)) {
            assertThat(replayed(journal)).containsExactly(all);
            assertThat(journal.position()).isEqualTo(8);
            assertThat(journal.forgetEndedBefore(Instant.EPOCH.plusSeconds(2))).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("the version row says that the tables are there")
    default void versionRow() throws Exception {
        assertThat(number("SELECT version FROM ofVersion WHERE name = 'crossdesk'"))
                .isEqualTo(5);
    }

    private int rows() throws SQLException {
        return number("SELECT COUNT(*) FROM ofCrossdeskEnded");
    }

    private int number(String select) throws SQLException {
        try (Connection connection = database().open();
                ResultSet row = connection.createStatement().executeQuery(select)) {
            row.next();
            return row.getInt(1);
        }
    }
}
