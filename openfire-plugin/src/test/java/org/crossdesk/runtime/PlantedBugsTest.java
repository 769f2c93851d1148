package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation bites: every mistake that is planted is found. */
class PlantedBugsTest {
    private static final long SEEDS = 10_000;
    private static final Logger LOG = Logger.getLogger("org.crossdesk");
    private static Level before;

    /** What the mistakes break is no news. */
    @BeforeAll
    static void quiet() {
        before = LOG.getLevel();
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        LOG.setLevel(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isFound(PlantedBug bug) {
        assertThat(Simulation.broken(1, SEEDS, bug))
                .as("the seed that finds it")
                .isNotNull();
    }
}
