package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.StateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HsqldbStorageTest implements JournalContract, DirectoryContract {
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
    @DisplayName("what was written is in the files at once, though Openfire's script lets HSQLDB write later")
    void writesThrough() throws Exception {
        Journal journal = JdbcJournal.open(database::open);
        for (int i = 1; i <= 20; i++) {
            journal.write(new Journal.Batch(List.of(new Journal.Entry(LEDGER, ASKED)), List.of(), List.of()), NOON);
            Path copy = Files.createDirectory(folder.resolve("copy" + i));
            copyFiles(copy);
            try (HsqldbDatabase afterCrash = new HsqldbDatabase(copy)) {
                assertThat(ledgerEntries(JdbcJournal.open(afterCrash::open))).isEqualTo(i);
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

    private static int ledgerEntries(Journal journal) throws Exception {
        AtomicInteger count = new AtomicInteger();
        journal.replay(
                new Journal.Reader() {
                    @Override
                    public void session(StateKey key, SessionRecord record) {
                        throw new AssertionError(record);
                    }

                    @Override
                    public void engagement(StateKey key, EngagementRecord record) {
                        throw new AssertionError(record);
                    }

                    @Override
                    public void ledger(LedgerEntry entry) {
                        count.incrementAndGet();
                    }

                    @Override
                    public void counts(Counts counts) {
                        throw new AssertionError(counts);
                    }

                    @Override
                    public void left(StateKey key) {
                        throw new AssertionError(key);
                    }

                    @Override
                    public void ended(SessionRecord.Standing last) {
                        throw new AssertionError(last);
                    }
                },
                1);
        return count.get();
    }
}
