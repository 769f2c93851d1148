package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jivesoftware.smackx.vcardtemp.VCardManager;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** What a client finds out about a desk, its services, a session's contact and the commands (XEP-0030, XEP-0050). */
@Conversation
class DiscoveryTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);
    private static final String COMMANDS = "http://jabber.org/protocol/commands";

    @Test
    void theServerListsTheDeskAndTheDeskItsServices(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).rollingUpTo(hall));
        XmppClient elsa = play.client(play.patron("Elsa", desk));

        assertThat(elsa.items(Address.ofDomain(HOME))).containsKey(DESK);
        assertThat(elsa.items(DESK))
                .containsEntry(DESK.withLocal("desk"), "Uppsala Library")
                .containsEntry(desk, "Service " + desk.local());

        DiscoverInfo ofDesk = info(elsa, DESK);
        assertThat(ofDesk.hasIdentity("component", "generic")).isTrue();
        assertThat(ofDesk.getIdentities().get(0).getName()).isEqualTo("Uppsala Library");
        for (String feature : List.of(
                "urn:xmpp:ask:0",
                "urn:xmpp:competence:0",
                "urn:xmpp:session-transfer:0",
                COMMANDS,
                DiscoverInfo.NAMESPACE,
                DiscoverItems.NAMESPACE,
                "urn:xmpp:ping")) {
            assertThat(ofDesk.containsFeature(feature)).as(feature).isTrue();
        }

        DiscoverInfo ofService = info(elsa, desk);
        assertThat(ofService.hasIdentity("client", "bot")).isTrue();
        assertThat(ofService.getIdentities().get(0).getName()).isEqualTo("Service " + desk.local());
        assertThat(ofService.containsFeature("urn:xmpp:receipts")).isTrue();
        assertThat(ofService.containsFeature("urn:xmpp:ask:0")).isTrue();
        DataForm form = DataForm.from(ofService, "urn:xmpp:ask:0");
        assertThat(form.getField("staff-room").getFirstValue())
                .isEqualTo(Duty.room(desk).toString());
        assertThat(form.getField("parent").getFirstValue()).isEqualTo(hall.toString());
        assertThat(form.getField("name").getFirstValue()).isEqualTo("Service " + desk.local());
    }

    @Test
    void commandsAreListedForThoseWhoMayRunThem(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());

        assertThat(commands(play.client(elsa), DESK)).isEmpty();
        assertThat(commands(play.client(astrid), DESK))
                .containsExactly(
                        "duty",
                        "pause",
                        "find",
                        "follow-ups",
                        "who",
                        "counts",
                        "services",
                        "staffing",
                        "my-profile",
                        "my-script");
        assertThat(commands(play.client("britta", HOME), DESK))
                .containsExactly(
                        "find",
                        "who",
                        "counts",
                        "services",
                        "staffing",
                        "service",
                        "consent",
                        "close-service",
                        "waiting",
                        "assign-question",
                        "pull-up-question",
                        "running",
                        "attend-session",
                        "statistics",
                        "coverage",
                        "ratings",
                        "review",
                        "add-concept",
                        "profile",
                        "script",
                        "inventory-export",
                        "inventory-import");

        DiscoverInfo duty = ServiceDiscoveryManager.getInstanceFor(
                        play.client(astrid).connection())
                .discoverInfo(JidCreate.from(DESK.toString()), "duty");
        assertThat(duty.hasIdentity("automation", "command-node")).isTrue();
        assertThat(duty.containsFeature(COMMANDS)).isTrue();

        play.enters(astrid, desk);
        elsa.writes("Good morning!");
        astrid.isOffered("Good morning");
        assertThat(commands(play.client(astrid), astrid.session()))
                .containsExactly(
                        "accept",
                        "decline",
                        "transfer",
                        "consult",
                        "add-colleague",
                        "drop",
                        "leave",
                        "cancel-transfer",
                        "close");
        assertThat(commands(play.client(elsa), astrid.session())).isEmpty();
        assertThat(info(play.client(astrid), astrid.session()).containsFeature(COMMANDS))
                .isTrue();
    }

    /** Clients that show no service discovery look for a name there (XEP-0054). */
    @Test
    void deskServiceAndSessionHaveANameToShow(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        elsa.writes("Good morning!");
        astrid.isOffered("Good morning");

        assertThat(card(play.client(elsa), desk)).isEqualTo("Service " + desk.local());
        assertThat(card(play.client(astrid), astrid.session())).matches("Patron [a-z0-9]{4}");
    }

    /** The session's commands do what the typed lines do. */
    @Test
    void aSessionIsTakenAndClosedByCommands(Play play) throws Exception {
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);

        elsa.writes("Good morning!");
        astrid.isOffered("Good morning");
        play.client(astrid).command(astrid.session(), "accept", java.util.Map.of());
        astrid.seesNote("The session is yours");
        elsa.sees("A librarian is here");
        play.client(astrid)
                .command(
                        astrid.session(),
                        "close",
                        java.util.Map.of("resolution", List.of("practice"), "read", List.of("1")));
        elsa.seesTheEnd();
        astrid.seesNote("The session is closed");
    }

    private static DiscoverInfo info(XmppClient client, Address of) throws Exception {
        return ServiceDiscoveryManager.getInstanceFor(client.connection()).discoverInfo(JidCreate.from(of.toString()));
    }

    private static String card(XmppClient client, Address of) throws Exception {
        return VCardManager.getInstanceFor(client.connection())
                .loadVCard(JidCreate.entityBareFrom(of.toString()))
                .getField("FN");
    }

    private static List<String> commands(XmppClient client, Address of) throws Exception {
        return ServiceDiscoveryManager.getInstanceFor(client.connection())
                .discoverItems(JidCreate.from(of.toString()), COMMANDS)
                .getItems()
                .stream()
                .map(DiscoverItems.Item::getNode)
                .toList();
    }
}
