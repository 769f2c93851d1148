package org.crossdesk.edge.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the journal's files, and its one writer. A file that is full is followed by one that has been made
 * ready beside, with its room taken already, so that a commit is one write and one fdatasync.
 */
final class SegmentFolder {
    /** A file takes so much; a batch that is larger gets one of its own. */
    static final int SEGMENT_BYTES = 8 << 20;

    private static final String LOCK = "lock";
    private static final String READY = "next.tmp";
    private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);

    private final Path folder;
    private final FileChannel lockFile;
    private final Executor beside;
    private final List<Path> full = new ArrayList<>();
    private final AtomicBoolean ready = new AtomicBoolean();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private @Nullable Segment current;
    private long next = 1;
    /** Whether the next frame begins a file. */
    private boolean turned;

    private SegmentFolder(Path folder, FileChannel lockFile, Executor beside) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.beside = beside;
    }

    /** Takes the folder, which is made where it isn't there; {@code beside} does what may take its time. */
    static SegmentFolder open(Path folder, Executor beside) throws JournalException {
        try {
            make(folder);
            FileChannel lockFile =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            try {
                lock(lockFile, folder);
                return new SegmentFolder(folder, lockFile, beside);
            } catch (IOException | JournalException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("the journal's folder " + folder + " can't be used: " + e, e);
        }
    }

    private static void lock(FileChannel file, Path folder) throws IOException, JournalException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("journal.locked folder={}", folder, e);
        }
        throw new JournalException("the journal's folder " + folder
                + " is in use by another server, or by a plugin that has not ended yet. Nothing was changed.");
    }

    /** Makes a folder where it isn't there. What people said is for the server's account alone. */
    static void make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder);
        FileStore store = Files.getFileStore(folder);
        if (store.supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Reads every frame in order. To be done once, before the first write. */
    void read(Consumer<Frame> reader) throws IOException, JournalException {
        List<Path> files = files();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            boolean last = i == files.size() - 1;
            Segment.Extent extent = Segment.read(file, last ? null : Segment.first(files.get(i + 1)), reader);
            next = extent.next();
            if (last) {
                current = Segment.continued(file, extent.end());
            } else {
                full.add(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Segment.first(file) != null).sorted().toList();
        }
    }

    /** The number of the next frame. */
    long next() {
        return next;
    }

    /** Whether nothing stands there. */
    boolean isEmpty() {
        return current == null;
    }

    /** What was read is sound, and frames may come; where nothing stands yet, their numbers begin here. */
    void begin(long number) {
        if (isEmpty()) {
            next = number;
        }
        beside.execute(this::makeReady);
    }

    /** Lets the next frame begin a file. */
    void turnOver() {
        turned = true;
    }

    /** Writes a frame durably, or throws and has written nothing. It has the number {@link #next}. */
    void append(Frame frame) throws IOException {
        Segment segment = room(frame.bytes());
        if (buffer.capacity() < frame.bytes()) {
            buffer = ByteBuffer.allocateDirect(Math.max(frame.bytes(), 2 * buffer.capacity()));
        }
        buffer.clear();
        frame.put(buffer);
        buffer.flip();
        try {
            segment.append(buffer);
        } catch (IOException e) {
            spoil(segment, e);
            throw e;
        }
        next++;
    }

    /** A frame that the disk has after all must not be read some day; the next write goes to the same place, too. */
    private static void spoil(Segment segment, IOException cause) {
        try {
            segment.spoil();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private Segment room(int bytes) throws IOException {
        Segment segment = current;
        if (segment != null && (segment.end() == 0 || (!turned && segment.end() + bytes <= SEGMENT_BYTES))) {
            return segment;
        }
        Path file = folder.resolve(Segment.name(next));
        if (ready.compareAndSet(true, false)) {
            Files.move(folder.resolve(READY), file, StandardCopyOption.ATOMIC_MOVE);
        }
        Segment fresh = Segment.fresh(file);
        syncFolder();
        if (segment != null) {
            full.add(segment.file());
            segment.close();
        }
        current = fresh;
        turned = false;
        beside.execute(this::makeReady);
        return fresh;
    }

    /** A new name is on the disk only with its folder. */
    private void syncFolder() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (java.nio.file.AccessDeniedException e) {
            // Windows lets no folder be opened, and keeps names without being asked.
            LOG.debug("journal.folder.sync.unsupported", e);
        }
    }

    private void makeReady() {
        Path file = folder.resolve(READY);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
            for (int written = 0; written < SEGMENT_BYTES; written += zeros.capacity()) {
                zeros.clear();
                while (zeros.hasRemaining()) {
                    channel.write(zeros);
                }
            }
            channel.force(true);
            ready.set(true);
        } catch (IOException e) {
            // The next file then grows as it is written, which takes a little longer.
            LOG.warn("journal.next.failed reason={}", e.toString());
        }
    }

    /** Deletes the files all of whose frames are before this number. */
    void forgetBefore(long number) {
        if (current == null) {
            return;
        }
        List<Path> all = new ArrayList<>(full);
        all.add(current.file());
        List<Path> needless = new ArrayList<>();
        for (int i = 0; i < full.size() && Objects.requireNonNull(Segment.first(all.get(i + 1))) <= number; i++) {
            needless.add(full.get(i));
        }
        full.removeAll(needless);
        if (!needless.isEmpty()) {
            beside.execute(() -> delete(needless));
        }
    }

    /** The oldest first: a file may be missing only before all others. */
    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It and those after it are read once more at the next start, which does no harm.
                LOG.warn("journal.delete.failed file={}", file.getFileName(), e);
                return;
            }
        }
    }

    /** Lets go of the folder. */
    void close() throws IOException {
        if (current != null) {
            current.close();
        }
        lockFile.close();
    }
}
