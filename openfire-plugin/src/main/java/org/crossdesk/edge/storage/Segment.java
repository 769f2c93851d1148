package org.crossdesk.edge.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;

/** One file of the journal: frames one behind the other, and perhaps room for more. */
final class Segment implements Closeable {
    private static final Pattern NAME = Pattern.compile("journal-(\\d{19})\\.log");

    private final Path file;
    private final FileChannel channel;
    private long end;

    private Segment(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.end = end;
    }

    static String name(long first) {
        return String.format(Locale.ROOT, "journal-%019d.log", first);
    }

    /** The number of the first frame in the file of this name; null for another file. */
    static @Nullable Long first(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.valueOf(name.group(1)) : null;
    }

    /** A segment in which nothing stands yet. */
    static Segment fresh(Path file) throws IOException {
        return new Segment(file, FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE), 0);
    }

    /** A segment whose frames end at {@code end}, to be gone on with. */
    static Segment continued(Path file, long end) throws IOException {
        return new Segment(file, FileChannel.open(file, StandardOpenOption.WRITE), end);
    }

    /** Where the frames of a segment end. */
    record Extent(long next, long end) {}

    /**
     * Reads every frame of a file.
     *
     * @param following the first number of the file that follows; null for the journal's last file, and only there a
     *     frame may have been torn by a crash
     */
    static Extent read(Path file, @Nullable Long following, Consumer<Frame> reader)
            throws IOException, JournalException {
        Long first = first(file);
        long next = first == null ? 0 : first;
        long limit = following == null ? Long.MAX_VALUE : following;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            int end = 0;
            Frame frame = Frame.get(bytes);
            // One that failed to be written, and is there all the same, was written again in the file that follows.
            while (frame != null && frame.number() == next && next < limit) {
                reader.accept(frame);
                next++;
                end = bytes.position();
                frame = Frame.get(bytes);
            }
            boolean missing = following == null ? Frame.anyFrom(next, bytes.position(end)) : next != limit;
            if (missing) {
                throw damaged(file, next);
            }
            return new Extent(next, end);
        }
    }

    static JournalException damaged(Path file, long number) {
        return new JournalException("batch " + number + " of the journal is missing or not as it was written, in "
                + file + ": put the folder " + file.getParent()
                + " back from a backup, or move it away to begin without the sessions that were open."
                + " Nothing was changed.");
    }

    Path file() {
        return file;
    }

    /** Where the next frame goes. */
    long end() {
        return end;
    }

    /** Writes what is in the buffer behind what stands, and returns when it is on the disk. */
    void append(ByteBuffer frame) throws IOException {
        long at = end;
        while (frame.hasRemaining()) {
            at += channel.write(frame, at);
        }
        channel.force(false);
        end = at;
    }

    /** Makes sure that a frame whose writing failed is none. */
    void spoil() throws IOException {
        channel.write(ByteBuffer.allocate(Frame.HEADER_BYTES), end);
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
