package org.crossdesk.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.junit.jupiter.api.Test;

/** A minute of {@code ./crossdesk chaos}: real servers, bad links, killed machines. */
class ChaosTest {
    private static final int SESSIONS = 20;
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final long SEED = 11;

    @Test
    void nothingIsLostDoubledOrOutOfOrderAndEverySessionHasOneOwner() throws Exception {
        Chaos.Outcome outcome = Chaos.run(new Chaos.Setup(
                SESSIONS,
                LENGTH,
                SEED,
                true,
                ProjectFolder.locate().root().resolve("deploy/target/chaos"),
                System.out::println));
        outcome.lines().forEach(System.out::println);
        assertThat(outcome.clean()).as("%s", outcome.lines()).isTrue();
        assertThat(outcome.bitten())
                .as("people without a desk lost something: %s", outcome.lines())
                .isTrue();
    }
}
