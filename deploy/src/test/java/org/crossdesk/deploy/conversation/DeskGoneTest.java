package org.crossdesk.deploy.conversation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** The server of somebody who is on duty at another library's service goes. */
@RoughConversation
class DeskGoneTest {
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    @Test
    void theHubNoticesThatAnOperatorCanNotBeReachedAndThatTheyCanAgain(Play play) throws Exception {
        Address hall = play.hall();
        Operator leila = play.operator("Leila", "tehran.test", Knows.languages("fa native"));
        play.goesOnDuty(leila, hall);
        Library tehran = play.library("tehran.test");
        String handle = play.handle(leila).toString();

        Rough.kill(play, tehran);
        await("the hub has noticed")
                .atMost(NOTICED_WITHIN)
                .until(() -> !play.onDuty(hall).contains(handle));
        // Nobody waits for somebody who can't be rung.
        Patron parisa = play.patron("Parisa", hall);
        parisa.writes("کتابی درباره ابرها می‌خواهم.");
        parisa.sees("هیچ کتابداری آزاد نیست");

        Rough.start(play, tehran);
        Rough.awaitOnline(play, leila);
        play.goesOnDuty(leila, hall);
        leila.isOffered("ابرها");
        leila.answers("سلام!");
        parisa.sees("سلام!");
    }
}
