package org.crossdesk.deploy.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.deploy.seed.Seed;

/**
 * Brings a {@link Seed} into the server's own HSQLDB before the server opens it. The tables written here are the same
 * from Openfire 4.2 to 5.1, the server's classes aren't: hence SQL. The database stays open in this process, and the
 * server goes on with it.
 */
final class DatabaseSeeder {
    private static final String SCRIPT = "resources/database/openfire_hsqldb.sql";
    private static final String DATABASE = "embedded-db/openfire";
    /** Names of the properties of the last seed, one a line. */
    private static final String SEEDED_NAMES = "conf/seeded-properties.txt";
    /** Openfire's dates are milliseconds in 15 digits. */
    private static final String DATE_FORMAT = "%015d";

    private final Path home;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DatabaseSeeder(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    void plant(Seed seed) throws IOException, SQLException, GeneralSecurityException {
        try (Connection connection =
                DriverManager.getConnection("jdbc:hsqldb:" + home.toRealPath().resolve(DATABASE), "sa", "")) {
            connection.setAutoCommit(false);
            makeTables(connection);
            writeProperties(connection, seed);
            for (String group : seed.groups()) {
                makeGroup(connection, group);
            }
            for (Account account : seed.accounts()) {
                makeAccount(connection, account);
            }
            connection.commit();
            makeDurable(connection);
        }
    }

    private void makeTables(Connection connection) throws SQLException, IOException {
        if (hasAllTables(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // What is there is what a server that was killed in its first second had made so far.
            statement.execute("DROP SCHEMA PUBLIC CASCADE");
            for (String command : SqlScript.commands(Files.readString(home.resolve(SCRIPT)))) {
                statement.execute(command);
            }
            // Distributions come with an account whose password everybody knows.
            statement.execute("DELETE FROM ofUser WHERE username = 'admin' AND plainPassword = 'admin'");
        }
    }

    private static boolean hasAllTables(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, "OFVERSION", null)) {
            if (!table.next()) {
                return false;
            }
        }
        return exists(connection, "SELECT 1 FROM ofVersion WHERE name = ?", "openfire");
    }

    /** Without this, HSQLDB holds commits back for up to a second, and a killed server loses what it acknowledged. */
    private static void makeDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET FILES WRITE DELAY FALSE");
        }
    }

    private void writeProperties(Connection connection, Seed seed) throws SQLException, IOException {
        Path seededNames = home.resolve(SEEDED_NAMES);
        Set<String> names = new TreeSet<>(seed.properties().keySet());
        if (Files.exists(seededNames)) {
            names.addAll(Files.readAllLines(seededNames));
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ofProperty WHERE name = ?")) {
            for (String name : names) {
                delete.setString(1, name);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ofProperty (name, propValue, encrypted) VALUES (?, ?, 0)")) {
            for (var property : seed.properties().entrySet()) {
                insert.setString(1, property.getKey());
                insert.setString(2, property.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Files.write(seededNames, new TreeSet<>(seed.properties().keySet()));
    }

    private void makeGroup(Connection connection, String group) throws SQLException {
        if (exists(connection, "SELECT 1 FROM ofGroup WHERE groupName = ?", group)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ofGroup (groupName) VALUES (?)")) {
            insert.setString(1, group);
            insert.executeUpdate();
        }
    }

    private void makeAccount(Connection connection, Account account) throws SQLException, GeneralSecurityException {
        if (!exists(connection, "SELECT 1 FROM ofUser WHERE username = ?", account.name())) {
            insertAccount(connection, account);
        }
        for (String group : account.groups()) {
            makeGroup(connection, group);
            joinGroup(connection, group, account.name());
        }
    }

    private void insertAccount(Connection connection, Account account) throws SQLException, GeneralSecurityException {
        ScramCredentials credentials = ScramCredentials.of(account.password(), random);
        String now = DATE_FORMAT.formatted(clock.millis());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ofUser (username, storedKey, serverKey,"
                        + " salt, iterations, name, creationDate, modificationDate) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, account.name());
            insert.setString(2, credentials.storedKey());
            insert.setString(3, credentials.serverKey());
            insert.setString(4, credentials.salt());
            insert.setInt(5, credentials.iterations());
            insert.setString(6, account.fullName());
            insert.setString(7, now);
            insert.setString(8, now);
            insert.executeUpdate();
        }
    }

    private static void joinGroup(Connection connection, String group, String name) throws SQLException {
        if (exists(connection, "SELECT 1 FROM ofGroupUser WHERE groupName = ? AND username = ?", group, name)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ofGroupUser (groupName, username, administrator) VALUES (?, ?, 0)")) {
            insert.setString(1, group);
            insert.setString(2, name);
            insert.executeUpdate();
        }
    }

    private static boolean exists(Connection connection, String query, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
