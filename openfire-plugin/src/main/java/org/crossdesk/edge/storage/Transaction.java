package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.crossdesk.runtime.JournalException;

/**
 * Work on a connection of its own, kept whole or not at all. The connection is given back after each: Openfire 4.2
 * ends those that are held for minutes.
 */
final class Transaction {
    private Transaction() {}

    /** What is done on the connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, JournalException;
    }

    /** Does the work and commits it. */
    static <T> T run(ConnectionSource source, Work<T> work) throws SQLException, JournalException {
        try (Connection connection = source.open()) {
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.on(connection);
                connection.commit();
            } catch (SQLException | JournalException | RuntimeException e) {
                abandon(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
            return result;
        }
    }

    /** Whoever borrows the connection next expects it as it was; if it is broken, the first exception says more. */
    private static void abandon(Connection connection, Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
