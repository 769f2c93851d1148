package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Admit;
import org.crossdesk.protocol.ask.Admitted;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.ask.Scripts;
import org.crossdesk.protocol.xml.DecodingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xmpp.component.Component;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;

/** Who gets which scripts. Ask Services, section "Scripts". */
class ScriptDoorTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Address OLLE = Address.parse("olle@uppsala.test/console");
    private static final Address BRITTA = Address.parse("britta@uppsala.test/board");
    private static final Address ELSA = Address.parse("elsa@uppsala.test/phone");
    private static final Address DESK = Address.parse("ask.uppsala.test");
    private static final Address SERVICE = Address.parse("desk@ask.uppsala.test");

    @TempDir
    private Path folder;

    private final Queue<Packet> out = new ConcurrentLinkedQueue<>();
    private final AtomicLong names = new AtomicLong(50_000);
    private OpenDesk open;
    private Component door;
    private ScriptBook book;

    private static final class Staff implements Roles {
        @Override
        public boolean operator(Address account) {
            return account.equals(OLLE.bare());
        }

        @Override
        public boolean coordinator(Address account) {
            return account.equals(BRITTA.bare());
        }

        @Override
        public Set<Address> coordinators() {
            return Set.of(BRITTA.bare());
        }
    }

    @BeforeEach
    void open() throws Exception {
        open = OpenDesk.in(
                folder, Set.of("north.test", "tehran.test"), database -> new MemoryDirectory(), out::add, new Staff());
        door = open.door();
        book = open.server().control().scripts();
        book.save("olle", script(1, Script.Scope.PERSONAL, null));
        book.save("astrid", script(2, Script.Scope.PERSONAL, null));
        book.save(null, script(3, Script.Scope.LIBRARY, null));
        book.save(null, script(4, Script.Scope.SERVICE, SERVICE));
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private static Script script(int number, Script.Scope scope, Address service) {
        return new Script(Sample.token(number), scope, service, "Script " + number, "en", "Words of " + number);
    }

    /** The hub lets the desk into the room, and so its services are known. */
    private void knowsTheHub() throws Exception {
        open.server().open();
        for (Address service : List.of(Sample.ASK_NORTH, SERVICE)) {
            IQ admit = asked(Admit.class, service);
            answer(admit, new Admitted(new Address(service.local(), "conference.x.test", null)));
        }
        await().atMost(SOON)
                .until(() -> open.server()
                                .control()
                                .staffable(Objects.requireNonNull(
                                        open.server().control().operator(OLLE).orElse(null)))
                                .size()
                        == 2);
    }

    /** What the desk has asked of another, which leaves the queue. */
    private IQ asked(Class<? extends Payload> what, Address of) {
        return await().atMost(SOON)
                .until(
                        () -> out.stream()
                                .filter(IQ.class::isInstance)
                                .map(IQ.class::cast)
                                .filter(iq -> iq.isRequest() && of.equals(StanzaBridge.address(iq.getTo())))
                                .filter(iq -> what.isInstance(payload(iq)) && out.remove(iq))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private static Payload payload(IQ iq) {
        try {
            return Payloads.ours(iq.getChildElement()) ? Payloads.decode(iq.getChildElement()) : null;
        } catch (DecodingException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(IQ request, Payload payload) {
        IQ result = IQ.createResultIQ(request);
        result.setChildElement(StanzaBridge.write(payload.toElement()));
        door.processPacket(result);
    }

    private String asks(Address from, Address to) {
        IQ iq = new IQ(IQ.Type.get, "q" + names.incrementAndGet());
        iq.setFrom(StanzaBridge.jid(from));
        iq.setTo(StanzaBridge.jid(to));
        iq.setChildElement(StanzaBridge.write(Scripts.NONE.toElement()));
        door.processPacket(iq);
        return iq.getID();
    }

    private IQ reply(String id) {
        return await().atMost(SOON)
                .until(
                        () -> out.stream()
                                .filter(packet -> id.equals(packet.getID()))
                                .map(IQ.class::cast)
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private Scripts scripts(String id) {
        return (Scripts) payload(reply(id));
    }

    private PacketError.Condition refused(Address from, Address to) {
        return reply(asks(from, to)).getError().getCondition();
    }

    @Test
    @DisplayName("an operator gets their own, the library's, and those of the services they staff, a hub's too")
    void operators() throws Exception {
        knowsTheHub();
        String id = asks(OLLE, DESK);
        answer(
                asked(Scripts.class, Sample.ASK_NORTH),
                new Scripts(
                        List.of(
                                script(5, Script.Scope.SERVICE, Sample.ASK_NORTH),
                                script(6, Script.Scope.PERSONAL, null),
                                script(7, Script.Scope.SERVICE, SERVICE)),
                        List.of(),
                        0));
        Scripts got = scripts(id);
        assertThat(got.silent()).isEmpty();
        assertThat(got.all())
                .containsExactly(
                        script(1, Script.Scope.PERSONAL, null),
                        script(3, Script.Scope.LIBRARY, null),
                        script(4, Script.Scope.SERVICE, SERVICE),
                        script(5, Script.Scope.SERVICE, Sample.ASK_NORTH),
                        // A hub speaks for its service alone, whatever it says.
                        script(6, Script.Scope.SERVICE, Sample.ASK_NORTH),
                        script(7, Script.Scope.SERVICE, Sample.ASK_NORTH));
        assertThat(scripts(asks(OLLE, DESK)).all())
                .as("soon after, from memory")
                .hasSize(6);
    }

    @Test
    @DisplayName("a hub that does not answer, or refuses, is named")
    void silent() throws Exception {
        knowsTheHub();
        String id = asks(OLLE, DESK);
        asked(Scripts.class, Sample.ASK_NORTH);
        Scripts got = scripts(id);
        assertThat(got.silent()).containsExactly(Sample.ASK_NORTH);
        assertThat(got.all()).hasSize(3);
    }

    @Test
    @DisplayName("a coordinator gets what is shared, and nobody else anything")
    void others() {
        assertThat(scripts(asks(BRITTA, DESK)).all())
                .containsExactly(script(3, Script.Scope.LIBRARY, null), script(4, Script.Scope.SERVICE, SERVICE));
        assertThat(refused(ELSA, DESK)).isEqualTo(PacketError.Condition.forbidden);
        assertThat(refused(ELSA, SERVICE)).isEqualTo(PacketError.Condition.forbidden);
        assertThat(refused(Address.parse("olle@tehran.test/x"), DESK)).isEqualTo(PacketError.Condition.forbidden);
    }

    @Test
    @DisplayName("the desk of a library that staffs a service gets that service's, and no stranger does")
    void desks() {
        assertThat(scripts(asks(Address.parse("ask.tehran.test"), SERVICE)).all())
                .containsExactly(script(4, Script.Scope.SERVICE, SERVICE));
        assertThat(refused(Address.parse("ask.tehran.test/shirin"), SERVICE))
                .isEqualTo(PacketError.Condition.forbidden);
        assertThat(refused(Address.parse("ask.else.test"), SERVICE)).isEqualTo(PacketError.Condition.forbidden);
        assertThat(refused(Address.parse("ask.tehran.test"), Address.parse("none@ask.uppsala.test")))
                .isEqualTo(PacketError.Condition.item_not_found);
    }

    @Test
    @DisplayName("what does not fit into one answer is counted")
    void leftOut() {
        List<Script> many = IntStream.range(0, 100)
                .mapToObj(i -> new Script(Sample.token(i), Script.Scope.LIBRARY, null, "s", null, "w".repeat(999)))
                .toList();
        Scripts fitting = ScriptDoor.fitting(many, List.of());
        assertThat(fitting.all()).isEqualTo(many.subList(0, 60));
        assertThat(fitting.leftOut()).isEqualTo(40);
    }

    @Test
    @DisplayName("so many an operator may have, each by a name of its own; changing and deleting are their own, too")
    void bounds() throws Exception {
        for (int i = 2; i <= ScriptBook.EACH_MAX; i++) {
            book.save("olle", script(100 + i, Script.Scope.PERSONAL, null));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.save("olle", script(99, Script.Scope.PERSONAL, null)))
                .withMessage("there are 30 scripts already: delete one that nobody uses");
        book.save("olle", new Script(Sample.token(1), Script.Scope.PERSONAL, null, "Changed", null, "words"));
        assertThat(book.of("olle"))
                .hasSize(ScriptBook.EACH_MAX)
                .first()
                .extracting(Script::name)
                .isEqualTo("Changed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.save(
                        null, new Script(Sample.token(98), Script.Scope.LIBRARY, null, "Script 3", null, "words")))
                .withMessage("another script is called \"Script 3\"");
        assertThat(book.find(Sample.token(1), "astrid")).isEmpty();
        assertThat(book.find(Sample.token(1), null)).isEmpty();
        book.forget(book.find(Sample.token(1), "olle").orElseThrow());
        assertThat(book.of("olle")).hasSize(ScriptBook.EACH_MAX - 1);
    }
}
