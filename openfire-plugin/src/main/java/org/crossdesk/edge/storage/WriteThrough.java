package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossdesk.runtime.JournalException;

/**
 * Sees to it that a commit is on the disk when it returns. Openfire sets its embedded HSQLDB to write up to a second
 * later, which would lose what a desk has acknowledged; other databases write through of themselves.
 */
final class WriteThrough {
    private static final String HSQLDB = "HSQL Database Engine";

    private WriteThrough() {}

    /** Sets it, and makes sure that it is set. */
    static void ensure(Connection connection) throws SQLException, JournalException {
        if (!connection.getMetaData().getDatabaseProductName().equals(HSQLDB)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET FILES WRITE DELAY FALSE");
            try (ResultSet row =
                    statement.executeQuery("SELECT PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES"
                            + " WHERE PROPERTY_NAME = 'hsqldb.write_delay'")) {
                if (!row.next() || !"false".equals(row.getString(1))) {
                    throw new JournalException("the database does not write through: SET FILES WRITE DELAY FALSE"
                            + " has no effect, and a crash would lose what was acknowledged");
                }
            }
        }
    }
}
