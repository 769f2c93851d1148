package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;

/**
 * The journal in Openfire's database. A batch is a row of {@code ofCrossdeskJournal} and a transaction, so what a turn
 * costs hardly grows with what is in it; a session that ended is a row of {@code ofCrossdeskEnded} besides, until its
 * retention is over. Its one caller is the one writer of the tables, so it numbers the rows itself.
 */
public final class JdbcJournal implements Journal {
    private static final String INSERT = "INSERT INTO ofCrossdeskJournal"
            + " (batchID, writtenAt, formatVersion, checksum, records) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_ENDED = "INSERT INTO ofCrossdeskEnded"
            + " (batchID, stateID, endedAt, formatVersion, records) VALUES (?, ?, ?, ?, ?)";
    private static final String FORGET = "DELETE FROM ofCrossdeskJournal WHERE batchID < ?";
    private static final String FORGET_ENDED = "DELETE FROM ofCrossdeskEnded WHERE endedAt < ?";
    private static final String REPLAY =
            "SELECT batchID, formatVersion, checksum, records FROM ofCrossdeskJournal ORDER BY batchID";
    private static final String REPLAY_ENDED =
            "SELECT batchID, formatVersion, records FROM ofCrossdeskEnded ORDER BY batchID DESC, stateID DESC";
    private static final String[] LAST = {
        "SELECT MAX(batchID) FROM ofCrossdeskJournal", "SELECT MAX(batchID) FROM ofCrossdeskEnded"
    };
    private static final int FETCH_ROWS = 100;

    private final ConnectionSource source;
    private final RecordFormat<StoredBatch> format = new RecordFormat<>(StoredBatch.class);
    private long position;
    private @Nullable Doubt doubt;

    private JdbcJournal(ConnectionSource source, long position) {
        this.source = source;
        this.position = position;
    }

    /** Opens the journal, and makes sure that the database keeps what it commits. */
    public static JdbcJournal open(ConnectionSource source) throws JournalException {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            WriteThrough.ensure(connection);
            long last = 0;
            for (String select : LAST) {
                try (ResultSet row = statement.executeQuery(select)) {
                    // No row at all gives a null, which JDBC reads as 0.
                    last = row.next() ? Math.max(last, row.getLong(1)) : last;
                }
            }
            return new JdbcJournal(source, last);
        } catch (SQLException e) {
            throw new JournalException("the journal can't be opened: the table ofCrossdeskJournal is not readable", e);
        }
    }

    @Override
    public void write(Batch batch, Instant at) throws JournalException {
        if (batch.isEmpty()) {
            return;
        }
        long number = ++position;
        String json = format.write(StoredBatch.of(batch));
        try {
            Transaction.run(source, connection -> {
                settle(connection);
                insert(connection, number, at, json);
                end(connection, number, batch.ended(), at);
                return number;
            });
            doubt = null;
        } catch (SQLException e) {
            // The connection may have gone while the commit was under way: then nobody knows yet.
            doubt = doubt == null ? new Doubt(number) : doubt;
            throw new JournalException(
                    "the journal can't be written: " + batch.entries().size() + " records were not kept", e);
        }
    }

    private void settle(Connection connection) throws SQLException {
        if (doubt != null) {
            doubt.settle(connection);
        }
    }

    private static void insert(Connection connection, long number, Instant at, String json) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, number);
            insert.setLong(2, at.toEpochMilli());
            insert.setInt(3, RecordFormat.VERSION);
            insert.setLong(4, StoredBatch.checksum(json));
            insert.setString(5, json);
            insert.executeUpdate();
        }
    }

    private void end(Connection connection, long number, List<Entry> ended, Instant at) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ENDED)) {
            for (Entry entry : ended) {
                insert.setLong(1, number);
                insert.setString(2, entry.key().id());
                insert.setLong(3, at.toEpochMilli());
                insert.setInt(4, RecordFormat.VERSION);
                insert.setString(5, format.write(new StoredBatch(List.of(StoredBatch.of(entry)))));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void forgetBefore(long before) throws JournalException {
        delete(FORGET, before, "batches that are no longer needed can't be deleted from the journal");
    }

    @Override
    public int forgetEndedBefore(Instant instant) throws JournalException {
        return delete(FORGET_ENDED, instant.toEpochMilli(), "ended sessions can't be deleted");
    }

    private int delete(String sql, long before, String failure) throws JournalException {
        try {
            return Transaction.run(source, connection -> {
                try (PreparedStatement forget = connection.prepareStatement(sql)) {
                    forget.setLong(1, before);
                    return forget.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new JournalException(failure, e);
        }
    }

    @Override
    public void replay(Reader reader, int endedMax) throws JournalException {
        try {
            Transaction.run(source, connection -> {
                settle(connection);
                readEnded(connection, reader, endedMax);
                try (PreparedStatement select = connection.prepareStatement(REPLAY)) {
                    select.setFetchSize(FETCH_ROWS);
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            read(rows).read(reader);
                        }
                    }
                }
                return position;
            });
            doubt = null;
        } catch (SQLException e) {
            throw new JournalException("the journal can't be read", e);
        }
    }

    private StoredBatch read(ResultSet row) throws SQLException, JournalException {
        String where = "batch " + row.getLong(1) + " of the journal";
        long checksum = row.getLong(3);
        String json = row.getString(4);
        StoredBatch batch = format.read(row.getInt(2), json, where);
        if (checksum != 0 && checksum != StoredBatch.checksum(json)) {
            throw new JournalException(where + " is not as it was written: its checksum differs."
                    + " Restore the server's database from a backup. Nothing was changed.");
        }
        return batch;
    }

    private void readEnded(Connection connection, Reader reader, int most) throws SQLException, JournalException {
        List<SessionRecord.Standing> ended = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REPLAY_ENDED)) {
            select.setMaxRows(most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String where = "session ended in batch " + rows.getLong(1);
                    StoredBatch last = format.read(rows.getInt(2), rows.getString(3), where);
                    last.entries().forEach(stored -> {
                        if (stored instanceof StoredBatch.OfSession session
                                && session.record() instanceof SessionRecord.Standing standing) {
                            ended.add(standing);
                        }
                    });
                }
            }
        }
        Collections.reverse(ended);
        ended.forEach(reader::ended);
    }
}
