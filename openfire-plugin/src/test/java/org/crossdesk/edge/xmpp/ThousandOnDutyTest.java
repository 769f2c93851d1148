package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThousandOnDutyTest {
    private static final int OPERATORS = 60;

    @TempDir
    private Path folder;

    @Test
    void whoIsGoneBeforeTheirProfileHasComeIsNotOnDuty() throws Exception {
        ThousandOnDuty story = new ThousandOnDuty(folder, 6, OPERATORS);
        story.start();
        story.comeAndGo();
        assertThat(story.roster()).extracting(one -> one.operator().toString()).containsExactly("ask.lib5.test/h59");
        story.stop();
        story.close();
    }

    @Test
    void aProfileIsFetchedOnceAndNothingButChangesTravels() throws Exception {
        ThousandOnDuty story = new ThousandOnDuty(folder, 6, OPERATORS);
        story.start();
        assertThat(story.presences(0).queries).isEqualTo(OPERATORS);
        ThousandOnDuty.Counts change = story.presences(1);
        assertThat(change.queries).isZero();
        assertThat(change.stanzas()).isEqualTo(OPERATORS);
        story.stop();

        // A restarted hub gets the state back by presence, and fetches no profile that it has.
        story.start();
        assertThat(story.presences(1).queries).isZero();
        story.stop();
        story.close();
    }
}
