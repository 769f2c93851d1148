package org.crossdesk.deploy.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedFileTest {
    @Test
    void whatIsWrittenIsRead(@TempDir Path home) throws Exception {
        Seed seed = new Seed(
                Map.of("xmpp.domain", "a.test", "odd", "{x=1},\n two: lines é"),
                Set.of("operators", "night shift"),
                List.of(
                        new Account("ann", "p=1 #!", "Ann Öhman", Set.of("operators", "coordinators")),
                        new Account("bo", "secret", "", Set.of())));
        Path file = home.resolve(SeedFile.PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SeedFile.format(seed));

        assertThat(SeedFile.read(home)).isEqualTo(seed);
    }

    @Test
    void anAccountsNameIsAPlainNode() {
        assertThatThrownBy(() -> Account.of("Ann@home", "secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.of("ann", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
