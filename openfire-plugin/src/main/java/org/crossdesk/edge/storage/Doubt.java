package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Batches whose commit failed, perhaps only in the telling: their caller took them for not kept, so nothing of them may
 * stay.
 *
 * @param first the first of them; every later one is in doubt too, since whatever is kept settles the doubt before it
 */
record Doubt(long first) {
    /** Takes back what they may have left. */
    void settle(Connection connection) throws SQLException {
        for (String table : new String[] {"ofCrossdeskJournal", "ofCrossdeskEnded"}) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE batchID >= ?")) {
                delete.setLong(1, first);
                delete.executeUpdate();
            }
        }
    }
}
