package org.crossdesk.edge.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** HSQLDB in files, set as Openfire's script sets it. */
public final class HsqldbDatabase implements TestDatabase {
    private final Path folder;

    /** Opens what is in {@code folder}, or begins it. */
    HsqldbDatabase(Path folder) {
        this.folder = folder;
    }

    /** A database with our tables in a new folder. */
    public static HsqldbDatabase installed(Path folder) throws Exception {
        HsqldbDatabase database = new HsqldbDatabase(folder);
        database.execute("SET FILES WRITE DELAY 1000 MILLIS");
        database.install();
        return database;
    }

    @Override
    public String schema() {
        return "crossdesk_hsqldb.sql";
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:hsqldb:file:" + folder.resolve("openfire"), "sa", "");
    }

    @Override
    public void restart() throws SQLException {
        close();
    }

    @Override
    public void close() throws SQLException {
        execute("SHUTDOWN");
    }
}
