package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ArrivalLog;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.RefusedException;
import org.crossdesk.bot.smack.SeenPresence;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;

/** The plugin is taken from a running server, leaves nothing behind, and goes on when it is given back. */
@RoughConversation
class HotDeployTest {
    private static final String HOME = "uppsala.test";
    private static final Address DESK = Duty.desk(HOME);
    private static final String PLUGIN = "crossdesk";
    private static final Element FORGED = new Stamp("op-forged", "forged", 0, 99).toElement();

    @Test
    void leavesNothingBehindAndGoesOnWithItsOpenSession(Play play) throws Exception {
        Library uppsala = play.library(HOME);
        Address desk = play.opens(Opening.at(HOME));
        Patron elsa = play.patron("Elsa", desk);
        Patron parisa = play.patron("Parisa", desk);
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        elsa.writes("Question one?");
        astrid.isOffered("Question one");
        Address session = astrid.session();
        astrid.answers("Answer one.");
        elsa.sees("Answer one");
        assertThat(pings(play.client(elsa))).isEqualTo("answered");
        assertThat(threads(uppsala)).isNotEmpty();
        assertThat(objects(uppsala))
                .contains(
                        "org.crossdesk.edge.openfire.ClientDepartures",
                        "org.crossdesk.edge.xmpp.DeskComponent",
                        "org.crossdesk.edge.xmpp.PresenceStamp",
                        "org.crossdesk.runtime.Desk");
        assertThat(forgeriesSeen(play, astrid, elsa)).isEmpty();

        play.stage().happens("the plugin is taken away", () -> changed(() -> uppsala.removePlugin(PLUGIN)));
        await("the plugin is unloaded")
                .atMost(Play.READY_MAX)
                .until(() -> Files.notExists(uppsala.home().unpackedPlugin(PLUGIN)));

        assertThat(pings(play.client(elsa))).isIn("service-unavailable", "remote-server-not-found", "item-not-found");
        await("its threads end")
                .atMost(Play.LINE_MAX)
                .untilAsserted(() -> assertThat(threads(uppsala)).isEmpty());
        await("nothing holds on to it")
                .atMost(Play.LINE_MAX)
                .untilAsserted(() -> assertThat(objects(uppsala)).isEmpty());
        assertThat(forgeriesSeen(play, astrid, elsa)).containsExactly(FORGED);
        assertThat(log(uppsala)).contains("plugin.stopped").doesNotContain("plugin.stop.failed");

        play.stage()
                .happens(
                        "the plugin is given back",
                        () -> changed(
                                () -> uppsala.addPlugin(ProjectFolder.locate().pluginJar())));
        await("the desk answers")
                .atMost(Play.READY_MAX)
                .until(() -> pings(play.client(elsa)).equals("answered"));

        assertThat(forgeriesSeen(play, astrid, elsa)).isEmpty();
        elsa.writes("Question two?");
        astrid.sees("Question two");
        astrid.answers("Answer two.");
        elsa.sees("Answer two");
        // Astrid has never left the room, so she is on duty as before.
        play.awaitOnDuty(astrid, desk);
        parisa.writes("Another question?");
        astrid.isOffered("Another question");
        astrid.answers("Another answer.");
        parisa.sees("Another answer");
        astrid.turnsTo(session);
        astrid.closes("answered 1");
        elsa.seesTheEnd();
        elsa.sawExactly("This is Service", "A librarian is here", "Answer one", "Answer two", "closed this");
    }

    private interface Change {
        void run() throws IOException;
    }

    private static void changed(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What comes of a ping of the desk: "answered", or the error. */
    private static String pings(XmppClient client) {
        Element ping = Element.named("ping", "urn:xmpp:ping").build();
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> client.request(DESK, false, ping));
        return refused == null ? "answered" : refused.failure().condition();
    }

    /** What of our namespaces is on the presence that one of them claims and the other sees. */
    private static List<Element> forgeriesSeen(Play play, Operator forger, Patron seer) throws Exception {
        ArrivalLog<SeenPresence> log = play.client(seer).presences();
        long place = log.end();
        play.client(forger).directed(play.client(seer).address(), true, FORGED);
        return log.await(
                        place,
                        presence -> presence.from().equals(play.client(forger).address()),
                        Play.LINE_MAX)
                .orElseThrow(() -> new AssertionError("no presence is seen, only " + log.since(place)))
                .value()
                .payloads();
    }

    /** The names of our threads in that server. */
    private static List<String> threads(Library library) throws IOException, InterruptedException {
        return jcmd(library, "Thread.print", "^\"(crossdesk-[^\"]+)\"");
    }

    /** What the server would go on calling: those of our component, listener and interceptor, and of what is behind. */
    private static List<String> objects(Library library) throws IOException, InterruptedException {
        return jcmd(
                library,
                "GC.class_histogram",
                "\\s(org\\.crossdesk\\.(?:edge\\.openfire\\.\\w+|edge\\.xmpp\\.\\w+(?:Component|Server|Stamp|Posts|Rooms)"
                        + "|runtime\\.(?:Desk|Loop|Sessions|ScheduledAlarms)))(?:\\s|$)");
    }

    private static List<String> jcmd(Library library, String command, String pattern)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(library.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(all).isZero();
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(all)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String log(Library library) throws IOException {
        return Files.readString(library.log());
    }
}
