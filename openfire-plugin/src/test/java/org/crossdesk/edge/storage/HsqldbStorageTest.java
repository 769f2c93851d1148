package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HsqldbStorageTest implements JournalContract, DirectoryContract, RatingContract {
    @TempDir
    private Path folder;

    private HsqldbDatabase database;

    @BeforeEach
    void install() throws Exception {
        database = HsqldbDatabase.installed(folder.resolve("home"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Override
    public TestDatabase database() {
        return database;
    }

    @Test
    @DisplayName("what was filed is in the files at once, though Openfire's script lets HSQLDB write later")
    void writesThrough() throws Exception {
        FileJournal.open(folder.resolve("journal"), database::open).close();
        EndedSessions ended = new EndedSessions(database::open, new RecordFormat<>(StoredBatch.class));
        for (int i = 1; i <= 20; i++) {
            SessionRecord.Standing last = new SessionRecord.Standing(new Samples(i).of(Session.class));
            ended.file(new EndedSessions.Ended(i, 1, "s" + i, last));
            Path copy = Files.createDirectory(folder.resolve("copy" + i));
            copyFiles(copy);
            try (HsqldbDatabase afterCrash = new HsqldbDatabase(copy)) {
                List<SessionRecord.Standing> read = new ArrayList<>();
                EndedSessions there = new EndedSessions(afterCrash::open, new RecordFormat<>(StoredBatch.class));
                there.read(100, read::add);
                assertThat(read).hasSize(i);
                assertThat(there.find("s" + i)).isEqualTo(last.session());
                assertThat(there.find("s0")).isNull();
            }
        }
    }

    /** As the disk is when the process is killed now. */
    private void copyFiles(Path copy) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lck"))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }
}
