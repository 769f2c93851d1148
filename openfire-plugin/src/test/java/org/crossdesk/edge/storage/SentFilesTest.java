package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.crossdesk.runtime.JournalException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentFilesTest {
    private static final long ROOM_BYTES = 10;

    @TempDir
    private Path folder;

    private final AtomicInteger names = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    private SentFiles open() throws JournalException {
        return SentFiles.open(
                folder.resolve("sent"), ROOM_BYTES, () -> "abcdefghijklmnopqrst" + names.incrementAndGet(), () -> now);
    }

    private static void write(SentFiles.Arriving arriving, String text) throws IOException {
        arriving.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String promised(SentFiles shelf, long bytes) {
        return Objects.requireNonNull(shelf.promise("mina", "png", bytes), "there is room");
    }

    private static SentFiles.Arriving receive(SentFiles shelf, String name) {
        return Objects.requireNonNull(shelf.receive(name), "it is expected");
    }

    private long inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sent"))) {
            return files.count();
        }
    }

    @Test
    @DisplayName("a file that was promised a place comes in pieces, is there once whole, and still after a restart")
    void comes() throws Exception {
        SentFiles shelf = open();
        String name = promised(shelf, 6);
        SentFiles.Arriving arriving = receive(shelf, name);
        assertThat(arriving.bytes()).isEqualTo(6);
        write(arriving, "abc");
        assertThat(shelf.find(name)).isNull();
        write(arriving, "def");
        arriving.keep();
        assertThat(Files.readString(Objects.requireNonNull(shelf.find(name)))).isEqualTo("abcdef");
        assertThat(shelf.receive(name)).as("nobody writes over it").isNull();
        SentFiles again = open();
        assertThat(again.find(name)).isNotNull();
        assertThat(again.promise("mina", "png", 5))
                .as("what is there takes room")
                .isNull();
        assertThat(again.promise("mina", "png", 4)).isNotNull();
    }

    @Test
    @DisplayName("what is more or less than was said is not kept, and may come again")
    void otherLength() throws Exception {
        SentFiles shelf = open();
        String name = promised(shelf, 4);
        SentFiles.Arriving more = receive(shelf, name);
        assertThatThrownBy(() -> write(more, "abcde")).isInstanceOf(IOException.class);
        more.giveUp();
        SentFiles.Arriving less = receive(shelf, name);
        write(less, "abc");
        assertThatThrownBy(less::keep).isInstanceOf(IOException.class);
        less.giveUp();
        less.giveUp();
        assertThat(inFolder()).isZero();
        assertThat(shelf.promise("mina", "png", ROOM_BYTES - 3))
                .as("its place is still kept")
                .isNull();
        SentFiles.Arriving right = receive(shelf, name);
        write(right, "abcd");
        right.keep();
        assertThat(shelf.find(name)).isNotNull();
    }

    @Test
    @DisplayName("one person keeps a few places and no more, until something has come")
    void oneOfMany() throws Exception {
        SentFiles shelf = open();
        String first = promised(shelf, 1);
        for (int i = 1; i < SentFiles.PROMISES_EACH_MAX; i++) {
            promised(shelf, 1);
        }
        assertThat(shelf.promise("mina", "png", 1)).isNull();
        assertThat(shelf.promise("olle", "png", 1)).isNotNull();
        SentFiles.Arriving arriving = receive(shelf, first);
        write(arriving, "a");
        arriving.keep();
        assertThat(shelf.promise("mina", "png", 1)).isNotNull();
    }

    @Test
    @DisplayName("a promise ends, and gives its room back")
    void promiseEnds() throws Exception {
        SentFiles shelf = open();
        String name = promised(shelf, ROOM_BYTES);
        assertThat(shelf.promise("mina", "png", 1)).isNull();
        now = now.plus(SentFiles.PROMISE).plusSeconds(1);
        assertThat(shelf.receive(name)).isNull();
        assertThat(shelf.promise("mina", "png", ROOM_BYTES)).isNotNull();
    }

    @Test
    @DisplayName("what had come in part when the server stopped is no file, and takes no room")
    void cutShort() throws Exception {
        SentFiles shelf = open();
        write(receive(shelf, promised(shelf, ROOM_BYTES)), "abc");
        SentFiles again = open();
        assertThat(inFolder()).isZero();
        assertThat(again.promise("mina", "png", ROOM_BYTES)).isNotNull();
    }

    @Test
    @DisplayName("files are deleted when their time is over, and their room is free")
    void forgotten() throws Exception {
        SentFiles shelf = open();
        String name = promised(shelf, ROOM_BYTES);
        SentFiles.Arriving arriving = receive(shelf, name);
        write(arriving, "0123456789");
        arriving.keep();
        assertThat(shelf.forgetBefore(Instant.now().minus(Duration.ofDays(1)))).isZero();
        assertThat(shelf.forgetBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
        assertThat(shelf.find(name)).isNull();
        assertThat(shelf.promise("mina", "png", ROOM_BYTES)).isNotNull();
    }

    @Test
    @DisplayName("no name leads out of the folder")
    void names() throws Exception {
        SentFiles shelf = open();
        Files.writeString(folder.resolve("secret.png"), "secret");
        assertThat(shelf.find("../secret.png")).isNull();
        assertThat(shelf.find("")).isNull();
        assertThat(shelf.receive("../secret.png")).isNull();
    }
}
