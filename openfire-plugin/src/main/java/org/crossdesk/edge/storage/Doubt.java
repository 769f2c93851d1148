package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.StateKey;
import org.jspecify.annotations.Nullable;

/**
 * Batches whose commit failed, perhaps only in the telling: their caller took them for not kept, so nothing of them may
 * stay. What they deleted can't come back; their caller deletes it again.
 *
 * @param firstId their first row; every later row is theirs too, since whatever is kept settles the doubt before it
 * @param since when the first of them was written
 * @param ended the states they marked
 */
record Doubt(long firstId, Instant since, List<StateKey> ended) {
    private static final String DELETE = "DELETE FROM ofCrossdeskRecord WHERE recordID >= ?";
    private static final String REVIVE =
            "UPDATE ofCrossdeskRecord SET endedAt = NULL WHERE stateKind = ? AND stateID = ? AND endedAt >= ?";

    Doubt {
        ended = List.copyOf(ended);
    }

    /** The doubt with one more batch. */
    static Doubt about(Journal.Batch batch, long firstId, Instant at, @Nullable Doubt earlier) {
        if (earlier == null) {
            return new Doubt(firstId, at, batch.ended());
        }
        List<StateKey> ended = new ArrayList<>(earlier.ended);
        ended.addAll(batch.ended());
        return new Doubt(earlier.firstId, earlier.since, ended);
    }

    /** Takes back what they may have left. */
    void settle(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, firstId);
            delete.executeUpdate();
        }
        try (PreparedStatement revive = connection.prepareStatement(REVIVE)) {
            for (StateKey key : ended) {
                revive.setString(1, JdbcJournal.kind(key));
                revive.setString(2, key.id());
                revive.setLong(3, since.toEpochMilli());
                revive.executeUpdate();
            }
        }
    }
}
