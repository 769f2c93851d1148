package org.crossdesk.deploy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.crossdesk.deploy.certificate.CertificateAuthority;
import org.crossdesk.deploy.certificate.CertificateSource;
import org.crossdesk.deploy.certificate.KeyFiles;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.StartRefusedException;
import org.crossdesk.deploy.seed.Account;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smackx.vcardtemp.VCardManager;
import org.jivesoftware.smackx.vcardtemp.packet.VCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Real servers without our plugin: two of good standing, and two whose certificates nobody should believe. */
@Isolated("starts and stops servers, and conversations are to have the machine for themselves")
@Tag("network")
class NetworkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Network network;

    @BeforeAll
    static void start() throws Exception {
        CertificateAuthority stranger = CertificateAuthority.create("another authority", Clock.systemUTC());
        // The network's authority is made at the start: made beforehand here, so that it can sign a wrong name, too.
        CertificateAuthority ours =
                KeyFiles.authorityIn(folder.resolve("certificates"), "test network", Clock.systemUTC());
        CertificateSource certificates = (domain, names) -> switch (domain) {
            case "stranger.test" -> stranger.issue(names);
            case "pretender.test" -> ours.issue(List.of("somebody.else.test"));
            default -> ours.issue(names);
        };
        NetworkPlan plan = NetworkPlan.of(
                LibraryPlan.of("a.test", "127.0.13.1", Account.of("ann", "secret-a", "operators")),
                LibraryPlan.of("b.test", "127.0.13.2", Account.of("bo", "secret-b")),
                LibraryPlan.of("stranger.test", "127.0.13.3", Account.of("eve", "secret-e")),
                LibraryPlan.of("pretender.test", "127.0.13.4", Account.of("mal", "secret-m")));
        network = Network.prepare(plan, folder).certificates(certificates).start();
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void aMessageAndItsAnswerCross() throws Exception {
        try (Person ann = Person.login(network, "a.test", "ann", "secret-a");
                Person bo = Person.login(network, "b.test", "bo", "secret-b")) {
            ann.write("bo@b.test/test", "Hej!");
            awaitBody(bo, "Hej!");
            bo.write("ann@a.test/test", "سلام");
            awaitBody(ann, "سلام");
        }
    }

    @Test
    void aServerWithACertificateOfAnotherAuthorityIsRefused() throws Exception {
        try (Person ann = Person.login(network, "a.test", "ann", "secret-a")) {
            ann.write("eve@stranger.test", "Hello?");
            awaitError(ann, "eve@stranger.test");
        }
    }

    @Test
    void aServerWithACertificateForAnotherNameIsRefused() throws Exception {
        try (Person ann = Person.login(network, "a.test", "ann", "secret-a")) {
            ann.write("mal@pretender.test", "Hello?");
            awaitError(ann, "mal@pretender.test");
        }
    }

    @Test
    void neitherOfThemGetsAMessageThrough() throws Exception {
        try (Person ann = Person.login(network, "a.test", "ann", "secret-a");
                Person eve = Person.loginBlindly(network, "stranger.test", "eve", "secret-e");
                Person mal = Person.loginBlindly(network, "pretender.test", "mal", "secret-m")) {
            eve.write("ann@a.test/test", "I am a friend");
            mal.write("ann@a.test/test", "So am I");
            awaitError(eve, "ann@a.test/test");
            awaitError(mal, "ann@a.test/test");
            assertThat(ann.received()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndSoIsTheAccountThatOpenfireShips() {
        assertThatThrownBy(() -> Person.login(network, "a.test", "ann", "wrong").close())
                .isInstanceOf(SASLErrorException.class);
        assertThatThrownBy(
                        () -> Person.login(network, "a.test", "admin", "admin").close())
                .isInstanceOf(SASLErrorException.class);
    }

    @Test
    void aKilledServerKeepsWhatItAcknowledged() throws Exception {
        Library b = network.library("b.test");
        try (Person bo = Person.login(network, "b.test", "bo", "secret-b")) {
            VCard card = new VCard();
            card.setNickName("Bosse");
            VCardManager.getInstanceFor(bo.connection()).saveVCard(card);
            // At once: Openfire's own setting would write it to the disk up to a second later.
            b.kill();
        }
        assertThat(b.isRunning()).isFalse();

        b.start();

        try (Person bo = Person.login(network, "b.test", "bo", "secret-b")) {
            assertThat(VCardManager.getInstanceFor(bo.connection()).loadVCard().getNickName())
                    .isEqualTo("Bosse");
        }
    }

    @Test
    void aPluginIsLoadedAndUnloadedWhileTheServerRuns() throws Exception {
        Library a = network.library("a.test");
        Path jar = pluginThatDoesNothing(folder.resolve("Idle.jar"));

        a.addPlugin(jar);
        await().atMost(PATIENCE).until(() -> Files.readString(a.log()).contains("Successfully loaded plugin 'idle'"));
        assertThat(a.home().unpackedPlugin("idle")).isDirectory();

        a.removePlugin("idle");
        await().atMost(PATIENCE).until(() -> Files.notExists(a.home().unpackedPlugin("idle")));
    }

    @Test
    void aSecondStartIsRefusedAndSaysHowToStopTheFirst() {
        long self = ProcessHandle.current().pid();
        assertThatThrownBy(() -> Network.start(network.plan(), folder, OpenfireChoice.embedded()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("runs already, as process " + self)
                .hasMessageContaining("kill " + self);
        assertThat(network.libraries()).allMatch(Library::isRunning);
    }

    @Test
    void whereOneLibraryCantStartNoneIsLeftRunning(@TempDir Path other) throws Exception {
        NetworkPlan plan = NetworkPlan.of(
                LibraryPlan.of("c.test", "127.0.13.5", Account.of("cy", "secret-c")),
                LibraryPlan.of("d.test", "127.0.13.6"));
        try (ServerSocket holder = new ServerSocket()) {
            holder.bind(new InetSocketAddress("127.0.13.6", 5269));
            assertThatThrownBy(() -> Network.start(plan, other, OpenfireChoice.embedded()))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("Port 5269 at 127.0.13.6 is in use");
        }
        assertNoServerOf(other);
    }

    @Test
    void aClosedNetworkLeavesNoProcessAndItsStateCanBeStartedAgainOrForgotten(@TempDir Path other) throws Exception {
        NetworkPlan plan = NetworkPlan.of(LibraryPlan.of("e.test", "127.0.13.7", Account.of("els", "secret-e")));
        try (Network first = Network.start(plan, other, OpenfireChoice.embedded())) {
            Person.login(first, "e.test", "els", "secret-e").close();
        }
        assertNoServerOf(other);
        assertThat(other.resolve(NetworkFile.NAME)).doesNotExist();

        // The state rules: an account that is there keeps its password, whatever a later plan says.
        NetworkPlan changed = NetworkPlan.of(LibraryPlan.of("e.test", "127.0.13.7", Account.of("els", "other")));
        try (Network second = Network.start(changed, other, OpenfireChoice.embedded())) {
            Person.login(second, "e.test", "els", "secret-e").close();
        }
        try (Network third = Network.prepare(changed, other).fresh().start()) {
            Person.login(third, "e.test", "els", "other").close();
        }
    }

    private static void awaitBody(Person person, String body) {
        await().atMost(PATIENCE)
                .until(() -> person.received().stream().anyMatch(message -> body.equals(message.getBody())));
    }

    private static void awaitError(Person person, String from) {
        await().atMost(PATIENCE)
                .until(() -> person.received().stream()
                        .anyMatch(message -> message.getType() == Message.Type.error
                                && message.getFrom().toString().equals(from)
                                && message.getError().getCondition() == StanzaError.Condition.remote_server_not_found));
    }

    private static void assertNoServerOf(Path stateFolder) {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains(stateFolder.toString()));
    }

    /** Its class is one that the server has already. */
    private static Path pluginThatDoesNothing(Path jar) throws Exception {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("plugin.xml"));
            out.write("""
                    <plugin>
                      <class>org.crossdesk.deploy.server.NoAdminConsole</class>
                      <name>Idle</name>
                      <version>1.0.0</version>
                    </plugin>
                    """.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }
}
