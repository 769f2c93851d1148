package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossdesk.runtime.JournalException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFolderTest {
    private static final int LARGE_BYTES = SegmentFolder.SEGMENT_BYTES / 3;

    @TempDir
    private Path temporary;

    private Path files() {
        return temporary.resolve("journal");
    }

    private static SegmentFolder open(Path files, List<String> read) throws Exception {
        SegmentFolder folder = SegmentFolder.open(files, Runnable::run);
        try {
            folder.read(frame -> read.add(frame.number() + " " + new String(frame.records(), StandardCharsets.UTF_8)));
            folder.begin(1);
            return folder;
        } catch (JournalException e) {
            folder.close();
            throw e;
        }
    }

    private List<String> reread() throws Exception {
        List<String> read = new ArrayList<>();
        open(files(), read).close();
        return read;
    }

    private static void append(SegmentFolder folder, String text) throws Exception {
        folder.append(new Frame(folder.next(), 5, 1, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path last() throws Exception {
        try (Stream<Path> all = Files.list(files())) {
            return all.filter(file -> Segment.first(file) != null)
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
        }
    }

    @Test
    @DisplayName(
            "what the power took of the last frame, whatever it is, costs that frame alone, and writing goes on there")
    void tornTail() throws Exception {
        try (Closing folder = closing()) {
            append(folder.it(), "one");
            append(folder.it(), "two");
        }
        byte[] whole = Files.readAllBytes(last());
        int frame = Frame.HEADER_BYTES + 3;
        for (int kept = 0; kept < frame; kept++) {
            byte[] torn = whole.clone();
            for (int i = frame + kept; i < torn.length; i++) {
                torn[i] = 0;
            }
            Files.write(last(), torn);
            assertThat(reread()).as("%d bytes of the last frame", kept).containsExactly("1 one");
            byte[] cut = java.util.Arrays.copyOf(whole, frame + kept);
            Files.write(last(), cut);
            try (Closing folder = closing()) {
                append(folder.it(), "three");
            }
            assertThat(reread()).as("%d bytes, cut", kept).containsExactly("1 one", "2 three");
        }
        Files.write(last(), whole);
        assertThat(reread()).containsExactly("1 one", "2 two");
    }

    @Test
    @DisplayName("a bit that flipped in what was kept stops the start, by name, and changes nothing")
    void damaged() throws Exception {
        try (Closing folder = closing()) {
            append(folder.it(), "one");
            append(folder.it(), "two");
        }
        byte[] whole = Files.readAllBytes(last());
        for (int at = 0; at < Frame.HEADER_BYTES + 3; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(last(), flipped);
            assertThatThrownBy(this::reread)
                    .as("byte %d", at)
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("batch 1 of the journal is missing or not as it was written")
                    .hasMessageEndingWith("Nothing was changed.");
            assertThat(Files.readAllBytes(last())).isEqualTo(flipped);
        }
    }

    @Test
    @DisplayName(
            "full files are followed by others; those before a number go; one that is missing in the middle is named")
    void severalFiles() throws Exception {
        String large = "x".repeat(LARGE_BYTES);
        try (Closing folder = closing()) {
            for (int i = 0; i < 7; i++) {
                append(folder.it(), large);
            }
            append(folder.it(), "y".repeat(2 * SegmentFolder.SEGMENT_BYTES));
            append(folder.it(), "last");
        }
        assertThat(names()).hasSize(6);
        assertThat(reread()).hasSize(9).last().isEqualTo("9 last");
        try (Closing folder = closing()) {
            folder.it().forgetBefore(4);
            assertThat(names()).hasSize(5);
            folder.it().forgetBefore(9);
            assertThat(names()).hasSize(1);
            append(folder.it(), "more");
        }
        assertThat(reread()).containsExactly("9 last", "10 more");
        try (Closing folder = closing()) {
            append(folder.it(), large);
            append(folder.it(), large);
            append(folder.it(), large);
            append(folder.it(), large);
            append(folder.it(), large);
        }
        Files.delete(files().resolve(names().get(1)));
        assertThatThrownBy(this::reread).isInstanceOf(JournalException.class).hasMessageContaining("is missing");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> all = Files.list(files())) {
            return all.filter(file -> Segment.first(file) != null)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("a frame that failed to be written and is there all the same is not read where it was written again")
    void writtenAgain() throws Exception {
        try (Closing folder = closing()) {
            append(folder.it(), "one");
            append(folder.it(), "in doubt");
        }
        Files.move(last(), files().resolve("before"));
        Files.move(files().resolve("before"), files().resolve(Segment.name(1)));
        Path second = files().resolve(Segment.name(2));
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(100);
        new Frame(2, 5, 1, "again".getBytes(StandardCharsets.UTF_8)).put(bytes);
        Files.write(second, bytes.array());
        assertThat(reread()).containsExactly("1 one", "2 again");
    }

    @Test
    @DisplayName("the folder is its owner's alone, and only one server's")
    void alone() throws Exception {
        try (Closing folder = closing()) {
            assertThat(folder.it().next()).isEqualTo(1);
            assertThatThrownBy(() -> SegmentFolder.open(files(), Runnable::run))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is in use by another server");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files())))
                .isEqualTo("rwx------");
    }

    /** A folder that is let go of at the end. */
    private record Closing(SegmentFolder it) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            it.close();
        }
    }

    private Closing closing() throws Exception {
        return new Closing(open(files(), new ArrayList<>()));
    }
}
