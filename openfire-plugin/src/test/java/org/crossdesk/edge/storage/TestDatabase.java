package org.crossdesk.edge.storage;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jivesoftware.database.SchemaManager;

/** A real database with the tables of ours, made as Openfire makes them. */
public interface TestDatabase extends AutoCloseable {
    /** A new connection. */
    Connection open() throws SQLException;

    /** Stops the database and starts it again. */
    void restart() throws Exception;

    @Override
    void close() throws Exception;

    /** Runs one statement. */
    default void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the table that Openfire has, then runs the plugin's script by the server's own reader of scripts. */
    default void install() throws SQLException, IOException, ReflectiveOperationException {
        execute("CREATE TABLE ofVersion (name VARCHAR(50) NOT NULL PRIMARY KEY, version INTEGER NOT NULL)");
        script(schema());
    }

    /** The name of the script that makes our tables. */
    String schema();

    /** Runs a script by the server's own reader of scripts. */
    default void script(String script) throws SQLException, IOException, ReflectiveOperationException {
        Method reader = SchemaManager.class.getDeclaredMethod(
                "executeSQLScript", Connection.class, InputStream.class, Boolean.class);
        reader.setAccessible(true);
        try (Connection connection = open();
                InputStream resource = TestDatabase.class.getResourceAsStream("/" + script)) {
            reader.invoke(null, connection, Objects.requireNonNull(resource, script), true);
        }
    }
}
