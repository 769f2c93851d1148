package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** Subjects go by any name in any language, and a broader one covers a narrower. */
@Conversation
class SubjectsTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);

    @Test
    void aSubjectOfTheLibrarysOwnFindsWhoKnowsTheBroaderOne(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        assertThat(play.coordinate(
                                HOME,
                                "add-concept",
                                Map.of(
                                        "code",
                                        List.of("river-law"),
                                        "labels",
                                        List.of("en law of rivers", "sv älvrätt"),
                                        "broader",
                                        List.of("juridik")))
                        .notes())
                .containsExactly("Added: law of rivers, urn:crossdesk:library:uppsala.test:river-law");
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("Whose is the river?");
        astrid.isOffered("river");
        astrid.answers("Somebody knows.");
        astrid.seesTranscript("river");
        // By its French name.
        Operator anna = play.operator("Anna", HOME, Knows.subjects("droit:3"));
        play.enters(anna, desk);
        Operator lars = play.operator("Lars", HOME, Knows.subjects("astronomy:3"));
        play.enters(lars, desk);

        astrid.commands("/transfer subject=elvratt");
        astrid.seesNote("no subject is called \"elvratt\"");
        astrid.transfers("subject=ÄLVRÄTT : a river between two farms");
        assertThat(anna.isOffered("a river between two farms").text()).contains("Needed: law of rivers");
        lars.isNotOfferedFor(Play.SILENCE);
    }

    @Test
    void whatNobodyCallsSoIsRefusedWithWhatIsNear(Play play) throws Exception {
        String account = play.spare(Theatre.Role.OPERATOR, HOME);
        assertThatThrownBy(() -> play.client(account, HOME)
                        .command(DESK, "my-profile", Map.of("subjects", List.of("astronomi:2", "metereology:1"))))
                .hasMessageContaining("subjects: no subject is called \"metereology\"; near it are meteorolog");
        assertThatThrownBy(() -> play.client(Theatre.coordinatorOf(HOME), HOME)
                        .command(DESK, "add-concept", Map.of("code", List.of("x"), "labels", List.of("river"))))
                .hasMessageContaining("labels: write \"river\" with the language before it");
    }
}
