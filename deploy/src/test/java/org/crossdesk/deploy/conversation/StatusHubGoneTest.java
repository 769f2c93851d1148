package org.crossdesk.deploy.conversation;

import org.crossdesk.bot.script.Operator;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** What a hub that is gone had said does not count for long, and counts again when it is back. */
@RoughConversation
class StatusHubGoneTest {
    private static final String HOME = "uppsala.test";

    @Test
    void aServiceIsNotOpenByAHubThatIsGone(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        Operator leila = play.operator("Leila", "tehran.test", Knows.languages("fa native"));
        StatusPage page = new StatusPage(play.library(HOME), desk);
        play.goesOnDuty(leila, hall);
        page.awaitState("open");

        Library north = play.library(Playbill.HUB);
        Rough.kill(play, north);
        page.awaitState("away");

        Rough.start(play, north);
        play.awaitOnDuty(leila, hall);
        page.awaitState("open");
    }
}
