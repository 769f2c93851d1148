package org.crossdesk.edge.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossdesk.runtime.FileShelf;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shelf in a folder, a file each, under the name that was promised: nothing that a sender wrote is part of a path.
 * A place that is promised is forgotten after {@link #PROMISE}, unless the file has begun to come; one that came in part
 * may come again.
 */
public final class SentFiles implements FileShelf {
    /** So long a place is kept for a file that has not begun to come. */
    static final Duration PROMISE = Duration.ofMinutes(10);

    /** So many places are kept at a time. */
    static final int PROMISES_MAX = 1_000;

    /** So many of them for one person, who else could keep all the room from others. */
    static final int PROMISES_EACH_MAX = 3;

    /** What has not come whole. */
    private static final String PART = ".part";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{20,40}\\.[a-z0-9]{1,10}");
    private static final Logger LOG = LoggerFactory.getLogger(SentFiles.class);

    private record Promise(String by, long bytes, Instant until) {}

    private final Path folder;
    private final long roomBytes;
    private final Supplier<String> tokens;
    private final InstantSource clock;
    private final Map<String, Promise> promises = new HashMap<>();
    /** What is here or arriving. */
    private long taken;

    private SentFiles(Path folder, long roomBytes, Supplier<String> tokens, InstantSource clock) {
        this.folder = folder;
        this.roomBytes = roomBytes;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The shelf in this folder, which is made where it isn't there.
     *
     * @param roomBytes how much all files may take together
     * @throws JournalException where the folder can't be used
     */
    public static SentFiles open(Path folder, long roomBytes, Supplier<String> tokens, InstantSource clock)
            throws JournalException {
        SentFiles shelf = new SentFiles(folder, roomBytes, tokens, clock);
        try {
            SegmentFolder.make(folder);
            for (Path file : shelf.files()) {
                if (file.toString().endsWith(PART)) {
                    Files.delete(file);
                } else {
                    shelf.taken += Files.size(file);
                }
            }
        } catch (IOException e) {
            throw new JournalException("the folder of sent files " + folder + " can't be used: " + e, e);
        }
        return shelf;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public synchronized @Nullable String promise(String by, String ending, long bytes) {
        Instant now = clock.instant();
        promises.values().removeIf(promise -> promise.until().isBefore(now));
        long promised = promises.values().stream().mapToLong(Promise::bytes).sum();
        long own = promises.values().stream()
                .filter(promise -> promise.by().equals(by))
                .count();
        if (promises.size() >= PROMISES_MAX || own >= PROMISES_EACH_MAX || bytes > roomBytes - taken - promised) {
            return null;
        }
        String name = tokens.get() + "." + ending;
        promises.put(name, new Promise(by, bytes, now.plus(PROMISE)));
        return name;
    }

    /** A file begins to come; null where none of this name is expected. */
    public synchronized @Nullable Arriving receive(String name) {
        Promise promise = promises.remove(name);
        if (promise == null || promise.until().isBefore(clock.instant())) {
            return null;
        }
        taken += promise.bytes();
        return new Arriving(name, promise);
    }

    /** The file of this name; null where there is none. */
    public @Nullable Path find(String name) {
        Path file = NAME.matcher(name).matches() ? folder.resolve(name) : null;
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    @Override
    public synchronized int forgetBefore(Instant instant) {
        int gone = 0;
        try {
            for (Path file : files()) {
                if (!file.toString().endsWith(PART)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
                    long bytes = Files.size(file);
                    Files.delete(file);
                    taken -= bytes;
                    gone++;
                }
            }
        } catch (IOException e) {
            LOG.warn("files.forget.failed folder={} reason={}", folder, e.toString());
        }
        return gone;
    }

    private synchronized void left(String name, Promise promise, boolean whole) {
        if (!whole) {
            taken -= promise.bytes();
            promises.put(name, promise);
        }
    }

    /** A file that comes. Used by one thread at a time. */
    public final class Arriving {
        private final String name;
        private final Promise promise;
        private final Path part;
        private @Nullable FileChannel channel;
        private long lacking;
        private boolean over;

        private Arriving(String name, Promise promise) {
            this.name = name;
            this.promise = promise;
            this.part = folder.resolve(name + PART);
            this.lacking = promise.bytes();
        }

        /** How long it is, in bytes. */
        public long bytes() {
            return promise.bytes();
        }

        /**
         * Some more of it.
         *
         * @throws IOException where it can't be kept, also since it is more than was said
         */
        public void write(ByteBuffer some) throws IOException {
            lacking -= some.remaining();
            if (lacking < 0 || over) {
                throw new FileSystemException(name, null, "more comes than was said");
            }
            FileChannel to = channel;
            if (to == null) {
                to = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                channel = to;
            }
            while (some.hasRemaining()) {
                to.write(some);
            }
        }

        /**
         * That was all: it is here.
         *
         * @throws IOException where it isn't, also since it is less than was said
         */
        public void keep() throws IOException {
            FileChannel from = channel;
            if (lacking != 0 || from == null || over) {
                throw new FileSystemException(name, null, "less has come than was said");
            }
            from.force(true);
            from.close();
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            over = true;
            left(name, promise, true);
        }

        /** It does not come, or not now: it may come again. Does nothing where it is here. */
        public void giveUp() {
            if (over) {
                return;
            }
            over = true;
            try (FileChannel open = channel) {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                left(name, promise, false);
            }
        }
    }
}
