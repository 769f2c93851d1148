package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: Openfire's {@code DbConnectionManager::getConnection}, or a test's own database. */
@FunctionalInterface
public interface ConnectionSource {
    /** Lends a connection; closing it gives it back. */
    Connection open() throws SQLException;
}
