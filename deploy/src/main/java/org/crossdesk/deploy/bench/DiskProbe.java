package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** How long this disk takes until what was appended is kept: one fdatasync. */
final class DiskProbe {
    private static final int APPENDS = 200;
    private static final int APPEND_BYTES = 512;
    private static final int DIGITS = 3;

    private DiskProbe() {}

    /** Times of appends to a file in the folder, in nanoseconds. */
    static Histogram measure(Path folder) throws IOException {
        Histogram times = new Histogram(DIGITS);
        Path file = Files.createTempFile(folder, "probe", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < APPENDS; i++) {
                channel.write(ByteBuffer.allocate(APPEND_BYTES));
                long begin = System.nanoTime();
                channel.force(false);
                times.recordValue(System.nanoTime() - begin);
            }
        } finally {
            Files.delete(file);
        }
        return times;
    }
}
