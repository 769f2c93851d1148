package org.crossdesk.deploy.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.crossdesk.deploy.openfire.StartRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one network at a time uses a state folder. The operating system lets go of the lock when the
 * process ends, however it ends.
 */
final class StateLock implements AutoCloseable {
    static final String FILE = "lock";

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    static StateLock take(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefusedException(refusal(folder, Files.readString(file)));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new StateLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is as good a reason as another one.
            return null;
        }
    }

    private static String refusal(Path folder, String holder) {
        return "The network in " + folder + " runs already, as process " + holder
                + ": stop it with Ctrl-C in its terminal, or with: kill " + holder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
