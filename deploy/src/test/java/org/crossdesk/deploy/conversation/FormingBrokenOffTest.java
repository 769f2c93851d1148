package org.crossdesk.deploy.conversation;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** The hub is killed while a service forms, and a member while it is asked: it forms all the same. */
@RoughConversation
class FormingBrokenOffTest {
    @Test
    void whatWasBegunIsGoneOnWith(Play play) throws Exception {
        Operator aino = play.operator("Aino", "helsinki.test", Knows.subjects("law:3"));
        Library north = play.library(Playbill.HUB);
        Library helsinki = play.library("helsinki.test");
        Rough.kill(play, helsinki);
        play.coordinate(
                Playbill.HUB,
                "service",
                Map.of(
                        "name", List.of("law-in-spite"),
                        "staff", List.of("helsinki.test"),
                        "needs-subjects", List.of("law:2")));
        Address law = Duty.desk(Playbill.HUB).withLocal("law-in-spite");
        Rough.kill(play, north);
        Rough.start(play, helsinki);
        Rough.start(play, north);
        FormingTest.awaitStaffing(play, "helsinki.test", law, "has asked its coordinator");
        Rough.kill(play, north);
        // The consent can't be told, and is kept.
        FormingTest.answers(play, "helsinki.test", law, "answer=yes");
        Rough.start(play, north);
        FormingTest.awaitStaffing(play, "helsinki.test", law, "consents");
        Rough.awaitOnline(play, aino);
        play.enters(aino, law);
    }
}
