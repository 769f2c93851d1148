package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the seed, and wherever a machine dies, the invariants of the design hold. */
class SimulationTest {
    private static final long SEEDS = 20_000;
    private static final long SEED_OF_THE_STORY = 7;
    private static final int LIBRARIES = 4;

    @Test
    void theInvariantsHoldInEveryStorm() {
        Long broken = Simulation.broken(1, SEEDS, PlantedBug.NONE);
        if (broken != null) {
            throw new AssertionError(Simulation.story(broken, PlantedBug.NONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theInvariantsHoldWhereverAMachineDies(FaultyDisk.Fate fate) {
        for (int library = 0; library < LIBRARIES; library++) {
            int write = 1;
            while (World.story(SEED_OF_THE_STORY, library, write, fate)) {
                write++;
            }
            // The hub keeps nothing: the questions at its services are asked again.
            assertThat(write).as("writes of library %d", library).isGreaterThan(library == 0 ? 0 : 3);
        }
    }

    @Test
    void aSeedIsAlwaysTheSameWorld() {
        assertThat(World.traced(3, PlantedBug.NONE)).isEqualTo(World.traced(3, PlantedBug.NONE));
    }
}
