package org.crossdesk.edge.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.SessionShelf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal: what is open lies in files beside the server's database, a frame for each batch; a session that ended
 * is then filed in the database. A database that is away keeps nobody from talking: what ended meanwhile stays in the
 * files until it is back.
 */
public final class FileJournal implements Journal, AutoCloseable, SessionShelf {
    /** So many ended sessions may wait for the database; with more, nothing is kept any more until it is back. */
    static final int UNFILED_MAX = 10_000;

    private static final Duration FILING_RETRY = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

    private final SegmentFolder folder;
    private final ConnectionSource source;
    private final EndedSessions ended;
    private final ScheduledExecutorService beside;
    private final RecordFormat<StoredBatch> format = new RecordFormat<>(StoredBatch.class);
    private final ConcurrentLinkedDeque<EndedSessions.Ended> unfiled = new ConcurrentLinkedDeque<>();
    private final AtomicInteger unfiledCount = new AtomicInteger();
    private final AtomicBoolean retries = new AtomicBoolean();
    private boolean read;

    private FileJournal(SegmentFolder folder, ConnectionSource source, ScheduledExecutorService beside) {
        this.folder = folder;
        this.source = source;
        this.ended = new EndedSessions(source, format);
        this.beside = beside;
    }

    /** Opens the journal in this folder, which is made where it isn't there, and this database. */
    public static FileJournal open(Path files, ConnectionSource source) throws JournalException {
        ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "crossdesk-journal");
            thread.setDaemon(true);
            return thread;
        });
        try {
            FileJournal journal = new FileJournal(SegmentFolder.open(files, beside), source, beside);
            journal.prepare();
            return journal;
        } catch (JournalException e) {
            beside.shutdownNow();
            throw e;
        }
    }

    private void prepare() throws JournalException {
        try (Connection connection = source.open()) {
            WriteThrough.ensure(connection);
        } catch (SQLException e) {
            close();
            throw new JournalException("the database can't be used for what ended", e);
        } catch (JournalException e) {
            close();
            throw e;
        }
    }

    @Override
    public void write(Batch batch, Instant at) throws JournalException {
        if (batch.isEmpty()) {
            return;
        }
        if (!read) {
            throw new IllegalStateException("the journal is written before it was read");
        }
        if (unfiledCount.get() > UNFILED_MAX) {
            throw notKept(batch, "too many sessions that ended wait for the database", null);
        }
        long number = folder.next();
        byte[] records = format.writeBytes(StoredBatch.of(batch));
        try {
            folder.append(new Frame(number, at.toEpochMilli(), RecordFormat.VERSION, records));
        } catch (IOException e) {
            throw notKept(batch, e.toString(), e);
        }
        batch.ended().forEach(entry -> {
            if (entry.record() instanceof SessionRecord.Standing last) {
                unfiled(new EndedSessions.Ended(
                        number, at.toEpochMilli(), entry.key().id(), last));
            }
        });
        if (!batch.ended().isEmpty()) {
            beside.execute(this::file);
        }
    }

    private static JournalException notKept(Batch batch, String why, @Nullable Exception cause) {
        String text =
                "the journal can't be written (" + why + "): " + batch.entries().size() + " records were not kept";
        return cause == null ? new JournalException(text) : new JournalException(text, cause);
    }

    private void unfiled(EndedSessions.Ended one) {
        unfiled.add(one);
        unfiledCount.incrementAndGet();
    }

    /** Brings what ended into the database, in order; later again where it is away. On the journal's own thread. */
    private void file() {
        EndedSessions.Ended next = unfiled.peek();
        while (next != null) {
            try {
                ended.file(next);
            } catch (SQLException | JournalException e) {
                LOG.warn("ended.filing.failed waiting={} reason={}", unfiledCount.get(), e.toString());
                later();
                return;
            }
            unfiled.remove();
            unfiledCount.decrementAndGet();
            next = unfiled.peek();
        }
    }

    private void later() {
        if (!retries.compareAndSet(false, true)) {
            return;
        }
        Runnable again = () -> {
            retries.set(false);
            file();
        };
        try {
            var unused = beside.schedule(again, FILING_RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The journal is being closed; what is not filed is in the files, and filed after the next start.
            LOG.debug("ended.filing.stopped", e);
        }
    }

    @Override
    public long position() {
        return folder.next() - 1;
    }

    @Override
    public long mark() {
        folder.turnOver();
        return folder.next();
    }

    @Override
    public void forgetBefore(long position) {
        EndedSessions.Ended oldest = unfiled.peek();
        folder.forgetBefore(oldest == null ? position : Math.min(position, oldest.batch()));
    }

    @Override
    public @Nullable Session ended(SessionId id) throws JournalException {
        for (EndedSessions.Ended waiting : unfiled) {
            if (waiting.id().equals(id.value())) {
                return waiting.last().session();
            }
        }
        try {
            return ended.find(id.value());
        } catch (SQLException e) {
            throw new JournalException("a session that ended can't be read from the table ofCrossdeskEnded", e);
        }
    }

    @Override
    public void replay(Reader reader, int endedMax) throws JournalException {
        if (read) {
            throw new IllegalStateException("the journal is read once");
        }
        ended.read(endedMax, reader::ended);
        List<JournalException> unreadable = new ArrayList<>();
        try {
            folder.read(frame -> {
                if (unreadable.isEmpty()) {
                    try {
                        replay(frame, reader);
                    } catch (JournalException e) {
                        unreadable.add(e);
                    }
                }
            });
            if (!unreadable.isEmpty()) {
                throw unreadable.get(0);
            }
            takeOver(reader);
        } catch (IOException | SQLException e) {
            throw new JournalException("the journal can't be read: " + e, e);
        }
        read = true;
        beside.execute(this::file);
    }

    /** Until now the journal may have been a table of the database. */
    private void takeOver(Reader reader) throws SQLException, IOException, JournalException {
        FormerJournal former = new FormerJournal(source, format);
        if (!former.isThere()) {
            folder.begin(ended.lastNumber() + 1);
            return;
        }
        boolean first = folder.isEmpty();
        folder.begin(Math.max(ended.lastNumber(), former.lastNumber()) + 1);
        if (first) {
            StoredBatch all = former.read();
            // One frame, so that a crash leaves all of it or nothing.
            folder.append(new Frame(folder.next(), 0, RecordFormat.VERSION, format.writeBytes(all)));
            all.read(reader);
        }
        former.drop();
        LOG.info("journal.moved to=files");
    }

    private void replay(Frame frame, Reader reader) throws JournalException {
        StoredBatch batch =
                format.read(frame.version(), frame.records(), "batch " + frame.number() + " of the journal");
        batch.read(reader);
        batch.ended((id, last) -> unfiled(new EndedSessions.Ended(frame.number(), frame.writtenAt(), id, last)));
    }

    @Override
    public int forgetEndedBefore(Instant instant) throws JournalException {
        return ended.forgetBefore(instant);
    }

    /** Lets go of the files, after what is under way. Idempotent. */
    @Override
    public void close() {
        beside.shutdown();
        try {
            if (!beside.awaitTermination(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("journal.stop.slow waiting={}", unfiledCount.get());
            }
            folder.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("journal.close.failed", e);
        }
    }
}
