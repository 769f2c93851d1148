package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.StateKey;
import org.jspecify.annotations.Nullable;

/**
 * The journal in the table {@code ofCrossdeskRecord}: a row a record, a transaction a batch. Its one caller is the one
 * writer of the table, so it numbers the rows itself.
 *
 * <p>A state's rows are marked when it ends and not replayed any more; rows written under the same key after that
 * begin a new life of it.
 */
public final class JdbcJournal implements Journal {
    private static final String INSERT = "INSERT INTO ofCrossdeskRecord"
            + " (recordID, stateKind, stateID, writtenAt, recordVersion, record) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String END =
            "UPDATE ofCrossdeskRecord SET endedAt = ? WHERE stateKind = ? AND stateID = ? AND endedAt IS NULL";
    private static final String FORGET = "DELETE FROM ofCrossdeskRecord WHERE stateKind = ? AND stateID = ?";
    private static final String FORGET_ENDED = "DELETE FROM ofCrossdeskRecord WHERE endedAt < ?";
    private static final String REPLAY = "SELECT recordID, stateKind, stateID, recordVersion, record"
            + " FROM ofCrossdeskRecord WHERE endedAt IS NULL ORDER BY recordID";
    private static final String LAST = "SELECT MAX(recordID) FROM ofCrossdeskRecord";
    private static final int FETCH_ROWS = 500;

    private final ConnectionSource source;
    private final RecordFormat<SessionRecord> sessions = new RecordFormat<>(SessionRecord.class);
    private final RecordFormat<EngagementRecord> engagements = new RecordFormat<>(EngagementRecord.class);
    private final RecordFormat<LedgerEntry> ledger = new RecordFormat<>(LedgerEntry.class);
    private long lastId;
    private @Nullable Doubt doubt;

    private JdbcJournal(ConnectionSource source, long lastId) {
        this.source = source;
        this.lastId = lastId;
    }

    /** Opens the journal, and makes sure that the database keeps what it commits. */
    public static JdbcJournal open(ConnectionSource source) throws JournalException {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            WriteThrough.ensure(connection);
            try (ResultSet row = statement.executeQuery(LAST)) {
                // No row at all gives a null, which JDBC reads as 0.
                return new JdbcJournal(source, row.next() ? row.getLong(1) : 0);
            }
        } catch (SQLException e) {
            throw new JournalException("the journal can't be opened: the table ofCrossdeskRecord is not readable", e);
        }
    }

    @Override
    public void write(Batch batch, Instant at) throws JournalException {
        if (batch.isEmpty()) {
            return;
        }
        long firstId = lastId + 1;
        lastId += batch.entries().size();
        try {
            Transaction.run(source, connection -> {
                settle(connection);
                insert(connection, batch.entries(), firstId, at);
                end(connection, batch.ended(), at);
                forget(connection, batch.forgotten());
                return lastId;
            });
            doubt = null;
        } catch (SQLException e) {
            // The connection may have gone while the commit was under way: then nobody knows yet.
            doubt = Doubt.about(batch, firstId, at, doubt);
            throw new JournalException(
                    "the journal can't be written: " + batch.entries().size() + " records were not kept", e);
        }
    }

    private void settle(Connection connection) throws SQLException {
        if (doubt != null) {
            doubt.settle(connection);
        }
    }

    private void insert(Connection connection, List<Entry> entries, long firstId, Instant at) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            long id = firstId;
            for (Entry entry : entries) {
                insert.setLong(1, id++);
                insert.setString(2, kind(entry.key()));
                insert.setString(3, entry.key().id());
                insert.setLong(4, at.toEpochMilli());
                insert.setInt(5, RecordFormat.VERSION);
                insert.setString(6, json(entry));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void end(Connection connection, List<StateKey> ended, Instant at) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            for (StateKey key : ended) {
                end.setLong(1, at.toEpochMilli());
                end.setString(2, kind(key));
                end.setString(3, key.id());
                end.addBatch();
            }
            end.executeBatch();
        }
    }

    private static void forget(Connection connection, List<StateKey> forgotten) throws SQLException {
        if (forgotten.isEmpty()) {
            return;
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (StateKey key : forgotten) {
                forget.setString(1, kind(key));
                forget.setString(2, key.id());
                forget.addBatch();
            }
            forget.executeBatch();
        }
    }

    @Override
    public void replay(Reader reader) throws JournalException {
        try {
            Transaction.run(source, connection -> {
                settle(connection);
                try (PreparedStatement select = connection.prepareStatement(REPLAY)) {
                    select.setFetchSize(FETCH_ROWS);
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            read(rows, reader);
                        }
                    }
                }
                return lastId;
            });
            doubt = null;
        } catch (SQLException e) {
            throw new JournalException("the journal can't be read", e);
        }
    }

    private void read(ResultSet row, Reader reader) throws SQLException, JournalException {
        String kind = row.getString(2);
        String id = row.getString(3);
        int version = row.getInt(4);
        String json = row.getString(5);
        String where = "record " + row.getLong(1) + " of the journal (" + kind + ")";
        switch (kind) {
            case "session" ->
                reader.session(new StateKey(StateKey.Kind.SESSION, id), sessions.read(version, json, where));
            case "engagement" ->
                reader.engagement(new StateKey(StateKey.Kind.ENGAGEMENT, id), engagements.read(version, json, where));
            case "ledger" -> reader.ledger(ledger.read(version, json, where));
            default ->
                throw new JournalException(where + " is of an unknown kind. Perhaps a newer Crossdesk wrote it:"
                        + " install that one again. Nothing was changed.");
        }
    }

    @Override
    public int forgetEndedBefore(Instant instant) throws JournalException {
        try {
            return Transaction.run(source, connection -> {
                try (PreparedStatement forget = connection.prepareStatement(FORGET_ENDED)) {
                    forget.setLong(1, instant.toEpochMilli());
                    return forget.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new JournalException("ended sessions can't be deleted from the journal", e);
        }
    }

    /** How the kind of a state is written in the table. */
    static String kind(StateKey key) {
        return key.kind().name().toLowerCase(Locale.ROOT);
    }

    private String json(Entry entry) {
        return switch (entry.key().kind()) {
            case SESSION -> sessions.write((SessionRecord) entry.record());
            case ENGAGEMENT -> engagements.write((EngagementRecord) entry.record());
            case LEDGER -> ledger.write((LedgerEntry) entry.record());
            case QUESTION -> throw new IllegalArgumentException("questions are not kept");
        };
    }
}
