package org.crossdesk.deploy.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossdesk.deploy.seed.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The home folder made for an installed Openfire, of which only the folders are there: it isn't run. */
class InstalledOpenfireTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderWithoutOpenfireIsRefused() {
        assertThatThrownBy(() -> OpenfireChoice.installed(folder).requireComplete())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("No Openfire at " + folder)
                .hasMessageContaining("4.7 to 5.1");
    }

    @Test
    void itsResourcesAndConsoleAreCopiedAndNothingIsWrittenToIt() throws Exception {
        Path distribution = folder.resolve("openfire");
        for (String file : List.of(
                "lib/xmppserver.jar",
                "plugins/admin/plugin.xml",
                "resources/database/openfire_hsqldb.sql",
                "conf/security.xml")) {
            Files.createDirectories(distribution.resolve(file).getParent());
            Files.writeString(distribution.resolve(file), file);
        }
        List<Path> before = filesIn(distribution);
        OpenfireChoice choice = OpenfireChoice.installed(distribution);
        OpenfireHome home = new OpenfireHome(folder.resolve("home"));

        choice.requireComplete();
        home.build(choice, "a.test", new LoopbackAddress("127.0.14.3"), new Seed(Map.of(), Set.of(), List.of()));

        assertThat(filesIn(distribution)).isEqualTo(before);
        for (String copied :
                List.of("plugins/admin/plugin.xml", "resources/database/openfire_hsqldb.sql", "conf/security.xml")) {
            assertThat(home.folder().resolve(copied)).hasContent(copied);
        }
        assertThat(Files.readString(home.folder().resolve("conf/openfire.xml")))
                .contains("<interface>127.0.14.3</interface>", "<port>-1</port>", "<setup>true</setup>");
        assertThat(choice.classPath()).contains(distribution.resolve("lib/*").toString());
    }

    private static List<Path> filesIn(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
