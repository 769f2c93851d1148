package org.crossdesk.bot.smack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrustTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> NetworkTrust.in(folder.resolve("none.pem")))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("none.pem");
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path words = Files.writeString(folder.resolve("words.pem"), "no certificate");

        assertThatThrownBy(() -> NetworkTrust.in(empty)).hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> NetworkTrust.in(words)).hasMessageContaining("words.pem");
    }
}
