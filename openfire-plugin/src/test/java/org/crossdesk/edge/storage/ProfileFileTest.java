package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.competence.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {
    private static final Profile PERSIAN = Sample.speaks("fa").with("By phone,\ntoo.", null);
    private static final Profile LAW = Sample.knows("law");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("profiles");
    }

    @Test
    void whatWasKeptIsThereAfterAStart() {
        ProfileFile shelf = ProfileFile.open(file());
        shelf.put(PERSIAN);
        shelf.put(LAW);
        shelf.put(PERSIAN);
        ProfileFile again = ProfileFile.open(file());
        assertThat(again.get(PERSIAN.ver())).isEqualTo(PERSIAN);
        assertThat(again.get(LAW.ver())).isEqualTo(LAW);
        assertThat(again.get("another")).isNull();
    }

    @Test
    void aTornOrForgedLineIsNone() throws Exception {
        ProfileFile.open(file()).put(PERSIAN);
        String line = Files.readString(file()).strip();
        Files.writeString(file(), line.substring(0, line.length() / 2) + "\nnonsense!\n", StandardOpenOption.APPEND);
        ProfileFile shelf = ProfileFile.open(file());
        assertThat(shelf.get(PERSIAN.ver())).isEqualTo(PERSIAN);
        shelf.put(LAW);
        assertThat(ProfileFile.open(file()).get(LAW.ver())).isEqualTo(LAW);
    }

    @Test
    void theFileHasABoundAndTheNewestStay() throws Exception {
        ProfileFile shelf = ProfileFile.open(file(), 4_000);
        Profile last = PERSIAN;
        for (int i = 0; i < 100; i++) {
            last = Sample.speaks("fa").with("note " + i, null);
            shelf.put(last);
            assertThat(Files.size(file())).isLessThanOrEqualTo(4_000);
        }
        assertThat(ProfileFile.open(file()).get(last.ver())).isEqualTo(last);
    }

    @Test
    void aFolderThatIsNotThereKeepsNobodyFromWorking() {
        ProfileFile shelf = ProfileFile.open(folder.resolve("none/profiles"));
        shelf.put(PERSIAN);
        assertThat(shelf.get(PERSIAN.ver())).isEqualTo(PERSIAN);
    }
}
