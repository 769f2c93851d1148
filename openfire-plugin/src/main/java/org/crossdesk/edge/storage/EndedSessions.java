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
import java.util.function.Consumer;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that ended, each as it was last, in the server's database until their retention is over: a row of
 * {@code ofCrossdeskEnded}.
 */
final class EndedSessions {
    private static final String INSERT = "INSERT INTO ofCrossdeskEnded"
            + " (batchID, stateID, endedAt, formatVersion, records) VALUES (?, ?, ?, ?, ?)";
    private static final String THERE = "SELECT 1 FROM ofCrossdeskEnded WHERE batchID = ? AND stateID = ?";
    private static final String FORGET = "DELETE FROM ofCrossdeskEnded WHERE endedAt < ?";
    private static final String LAST =
            "SELECT batchID, formatVersion, records FROM ofCrossdeskEnded ORDER BY batchID DESC, stateID DESC";
    private static final String FIND =
            "SELECT batchID, formatVersion, records FROM ofCrossdeskEnded WHERE stateID = ? ORDER BY batchID DESC";
    private static final String LAST_NUMBER = "SELECT MAX(batchID) FROM ofCrossdeskEnded";

    /** A session that ended in the batch of this number, at this time in milliseconds since 1970. */
    record Ended(long batch, long at, String id, SessionRecord.Standing last) {}

    private final ConnectionSource source;
    private final RecordFormat<StoredBatch> format;

    EndedSessions(ConnectionSource source, RecordFormat<StoredBatch> format) {
        this.source = source;
        this.format = format;
    }

    /** The number of the last batch in which one of them ended; 0 where there is none. */
    long lastNumber() throws SQLException {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST_NUMBER)) {
            // No row at all gives a null, which JDBC reads as 0.
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Files it, unless it is filed already. */
    void file(Ended ended) throws SQLException, JournalException {
        Transaction.run(source, connection -> {
            if (!there(connection, ended)) {
                insert(connection, ended);
            }
            return ended;
        });
    }

    private static boolean there(Connection connection, Ended ended) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(THERE)) {
            select.setLong(1, ended.batch());
            select.setString(2, ended.id());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void insert(Connection connection, Ended ended) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, ended.batch());
            insert.setString(2, ended.id());
            insert.setLong(3, ended.at());
            insert.setInt(4, RecordFormat.VERSION);
            insert.setString(
                    5, format.write(new StoredBatch(List.of(new StoredBatch.OfSession(ended.id(), ended.last())))));
            insert.executeUpdate();
        }
    }

    /** The session of this name, as it was last, where it is filed. */
    @Nullable
    Session find(String id) throws SQLException, JournalException {
        List<SessionRecord.Standing> found = Transaction.run(source, connection -> {
            List<SessionRecord.Standing> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                select.setString(1, id);
                read(select, all::add);
            }
            return all;
        });
        return found.isEmpty() ? null : found.get(0).session();
    }

    /** Reads those that ended last, at most {@code most} of them, the oldest first. */
    void read(int most, Consumer<SessionRecord.Standing> reader) throws JournalException {
        try {
            List<SessionRecord.Standing> last = Transaction.run(source, connection -> read(connection, most));
            Collections.reverse(last);
            last.forEach(reader);
        } catch (SQLException e) {
            throw new JournalException("the sessions that ended can't be read from the table ofCrossdeskEnded", e);
        }
    }

    private List<SessionRecord.Standing> read(Connection connection, int most) throws SQLException, JournalException {
        List<SessionRecord.Standing> read = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setMaxRows(most);
            read(select, read::add);
        }
        return read;
    }

    private void read(PreparedStatement select, Consumer<SessionRecord.Standing> reader)
            throws SQLException, JournalException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String where = "session ended in batch " + rows.getLong(1);
                StoredBatch one = format.read(rows.getInt(2), rows.getString(3), where);
                one.entries().forEach(stored -> {
                    if (stored instanceof StoredBatch.OfSession session
                            && session.record() instanceof SessionRecord.Standing standing) {
                        reader.accept(standing);
                    }
                });
            }
        }
    }

    /** Deletes those that ended before; returns how many. */
    int forgetBefore(Instant instant) throws JournalException {
        try {
            return Transaction.run(source, connection -> {
                try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                    forget.setLong(1, instant.toEpochMilli());
                    return forget.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new JournalException("ended sessions can't be deleted", e);
        }
    }
}
