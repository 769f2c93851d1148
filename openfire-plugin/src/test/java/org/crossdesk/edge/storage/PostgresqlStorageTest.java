package org.crossdesk.edge.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlStorageTest implements JournalContract, DirectoryContract, RatingContract {
    private static @Nullable PostgresqlDatabase server;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> programs = PostgresqlDatabase.programs();
        if (programs.isEmpty()) {
            String reason = "PostgreSQL was not tested: its server is not installed (Debian: package postgresql)";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        server = PostgresqlDatabase.installed(programs.get());
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @BeforeEach
    void empty() throws Exception {
        database().execute("TRUNCATE ofCrossdeskEnded, ofCrossdeskService, ofCrossdeskOperator, ofCrossdeskRating");
    }

    @Override
    public TestDatabase database() {
        if (server == null) {
            throw new IllegalStateException("the server is not started");
        }
        return server;
    }
}
