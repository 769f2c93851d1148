package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossdesk.bot.script.ScriptFailure;
import org.crossdesk.deploy.demo.DemoServices;
import org.crossdesk.deploy.demo.Story;
import org.crossdesk.deploy.network.Network;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The story that the demo plays, on a network of its own: it counts everything, and leaves the hub dead. */
@Isolated("kills a server")
@Tag("network")
class StoryTest {
    private static final int OWN_SECONDS = 1;
    private static final int PARENT_SECONDS = 10;
    private static final int RING_SECONDS = 10;

    @Test
    void comesTrue() throws Exception {
        try (Network network = Theatre.start("story", Playbill.story())) {
            new DemoServices(network, OWN_SECONDS, PARENT_SECONDS, RING_SECONDS).setUp();
            Story story = new Story(network);
            try {
                story.play();
            } catch (ScriptFailure failure) {
                throw new AssertionError(
                        failure.getMessage() + "\nwhat happened before:\n" + story.timeline(), failure);
            }
            assertThat(story.timeline().entries()).isNotEmpty();
            assertThat(network.library(Playbill.HUB).isRunning()).isFalse();
        }
    }
}
