package org.crossdesk.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoNetworkTest {
    private static final String FILE = """
            ca=/tmp/ca.pem
            library.uppsala.test.name=Uppsala
            library.uppsala.test.address=127.0.10.1
            library.uppsala.test.clientPort=5222
            library.north.test.address=127.0.10.4
            account.elsa@uppsala.test=patron
            account.astrid@uppsala.test=librarian
            """;

    @TempDir
    private Path folder;

    private DemoNetwork demo(String more) throws Exception {
        Path file = Files.writeString(folder.resolve("network.properties"), FILE + more);
        return DemoNetwork.read(file).orElseThrow();
    }

    @Test
    void readsWhatTheDemoWrites() throws Exception {
        DemoNetwork demo = demo("");

        assertThat(demo.server("uppsala.test")).isEqualTo(new DemoNetwork.Server("Uppsala", "127.0.10.1", 5222));
        assertThat(demo.ca()).contains(Path.of("/tmp/ca.pem"));
        assertThat(demo.password("astrid", "uppsala.test")).contains("librarian");
        assertThat(demo.password("nobody", "uppsala.test")).isEmpty();
        assertThat(demo.domains()).containsExactly("north.test", "uppsala.test");
    }

    @Test
    void knowsThePatronOfALibrary() throws Exception {
        assertThat(demo("").patron("uppsala.test")).contains("elsa");
        assertThat(demo("").patron("north.test")).isEmpty();
        assertThat(demo("library.uppsala.test.patron=pia\n").patron("uppsala.test"))
                .contains("pia");
    }

    @Test
    void anUnknownLibraryIsAnsweredByThoseThereAre() throws Exception {
        DemoNetwork demo = demo("");

        assertThatThrownBy(() -> demo.server("lund.test"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no library lund.test, it has north.test, uppsala.test");
    }

    @Test
    void noFileIsNoNetwork() throws Exception {
        assertThat(DemoNetwork.read(folder.resolve("none"))).isEmpty();
    }
}
