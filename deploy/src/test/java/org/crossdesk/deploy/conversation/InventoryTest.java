package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

/** A library takes stock of what its people know: they say it, the coordinator confirms it, and it goes by table. */
@Conversation
class InventoryTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);
    private static final String HEAD = "account,languages,subjects,insights,capacity";

    @Test
    void whatAnOperatorSaysCountsWhenItIsConfirmed(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        String account = play.spare(Theatre.Role.OPERATOR, HOME);
        String handle = play.profile(account, HOME, Knows.nothingSpecial());
        XmppClient client = play.client(account, HOME);

        assertThat(client.command(
                                DESK,
                                "my-profile",
                                Map.of("languages", List.of("fi native"), "subjects", List.of("law:3")))
                        .notes())
                .singleElement()
                .asString()
                .startsWith("Kept: fi native; law:3.");
        assertThat(row(play, account)).contains("fi native; law:3").doesNotContain("fi native,law:3");
        assertThat(play.coordinate(HOME, "review", Map.of("operators", List.of(account)))
                        .notes())
                .containsExactly("Confirmed: " + account);
        assertThat(row(play, account)).contains("fi native,law:3,");

        // It is what they are rung for.
        Operator anna = play.operator("Anna", client, handle);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("May my neighbour build there?");
        astrid.isOffered("neighbour");
        astrid.answers("A colleague knows.");
        astrid.seesTranscript("neighbour");
        play.enters(anna, desk);
        astrid.transfers("subject=law : building law");
        anna.isOffered("building law");
    }

    private static String row(Play play, String account) throws Exception {
        return play.coordinate(HOME, "inventory-export", Map.of()).fields().get("table").stream()
                .filter(line -> line.startsWith(account + ","))
                .map(line -> line.replace("\"", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableIsReadWholeOrNotAtAll(Play play) throws Exception {
        String one = play.spare(Theatre.Role.OPERATOR, HOME);
        String other = play.spare(Theatre.Role.OPERATOR, HOME);
        List<String> good = List.of(HEAD, one + ",fa native;en C1,law:3,region IR 2,3", other + ",sv native,,,1");

        assertThat(importing(play, good, true))
                .containsExactly("2 rows, 2 of them change something. Nothing was changed: this was a check.");
        assertThat(importing(play, good, false)).containsExactly("2 rows, 2 of them change something. Kept.");
        assertThat(importing(play, good, false)).containsExactly("2 rows, 0 of them change something. Kept.");
        assertThat(row(play, one)).contains("fa native; en C1,law:3,region IR 2,3");

        List<String> bad = List.of(HEAD, one + ",fa native,,,2", other + ",swedish,,,1", "nobody-here,sv C1,,,1");
        assertThatThrownBy(() -> play.client(play.spare(Theatre.Role.OPERATOR, HOME), HOME)
                        .command(DESK, "inventory-import", Map.of("table", bad)))
                .as("an operator may not")
                .isInstanceOf(ClientException.class);
        assertThatThrownBy(() -> coordinator(play).command(DESK, "inventory-import", Map.of("table", bad)))
                .hasMessageContaining("Nothing was changed.")
                .hasMessageContaining("line 3: languages: write \"swedish\" as a tag and a level")
                .hasMessageContaining("nobody-here@uppsala.test is not in the operators' group");
        assertThat(row(play, one)).contains("fa native; en C1,law:3,region IR 2,3");
    }

    private static List<String> importing(Play play, List<String> table, boolean check) throws Exception {
        return play.coordinate(
                        HOME, "inventory-import", Map.of("table", table, "check", List.of(Boolean.toString(check))))
                .notes();
    }

    private static XmppClient coordinator(Play play) throws Exception {
        return play.client(Theatre.coordinatorOf(HOME), HOME);
    }
}
