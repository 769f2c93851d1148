package org.crossdesk.edge.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.crossdesk.runtime.JournalException;

/** The table {@code ofCrossdeskJournal} in which the journal was kept before there were files. Read once, and dropped. */
final class FormerJournal {
    private static final String TABLE = "ofCrossdeskJournal";
    private static final String SELECT =
            "SELECT batchID, formatVersion, checksum, records FROM ofCrossdeskJournal ORDER BY batchID";
    private static final String LAST_NUMBER = "SELECT MAX(batchID) FROM ofCrossdeskJournal";
    private static final int FETCH_ROWS = 100;

    private final ConnectionSource source;
    private final RecordFormat<StoredBatch> format;

    FormerJournal(ConnectionSource source, RecordFormat<StoredBatch> format) {
        this.source = source;
        this.format = format;
    }

    /** Whether there is such a table. */
    boolean isThere() throws SQLException {
        try (Connection connection = source.open()) {
            DatabaseMetaData about = connection.getMetaData();
            String name = about.storesUpperCaseIdentifiers()
                    ? TABLE.toUpperCase(Locale.ROOT)
                    : TABLE.toLowerCase(Locale.ROOT);
            try (ResultSet tables = about.getTables(null, null, name, new String[] {"TABLE"})) {
                return tables.next();
            }
        }
    }

    /** The number of its last batch. */
    long lastNumber() throws SQLException {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST_NUMBER)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** All that stands in it, as one batch. */
    StoredBatch read() throws SQLException, JournalException {
        return Transaction.run(source, connection -> {
            List<StoredBatch.Stored> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setFetchSize(FETCH_ROWS);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        all.addAll(read(rows).entries());
                    }
                }
            }
            return new StoredBatch(all);
        });
    }

    private StoredBatch read(ResultSet row) throws SQLException, JournalException {
        String where = "batch " + row.getLong(1) + " of the table " + TABLE;
        long checksum = row.getLong(3);
        String json = row.getString(4);
        StoredBatch batch = format.read(row.getInt(2), json, where);
        // 0 marks rows that were moved from the first version.
        if (checksum != 0 && checksum != checksum(json)) {
            throw new JournalException(where + " is not as it was written: its checksum differs."
                    + " Restore the server's database from a backup. Nothing was changed.");
        }
        return batch;
    }

    static long checksum(String json) {
        CRC32C crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() + 1;
    }

    void drop() throws SQLException {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + TABLE);
        }
    }
}
