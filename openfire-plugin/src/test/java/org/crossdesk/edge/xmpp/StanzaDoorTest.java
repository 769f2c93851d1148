package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.crossdesk.domain.Sample;
import org.crossdesk.edge.storage.JdbcDirectory;
import org.crossdesk.edge.storage.Samples;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.AskPayload;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xmpp.component.Component;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;
import org.xmpp.packet.Presence;

/** Whatever comes in at the stanza door, a real desk behind it answers, refuses by a checked error, or says nothing. */
class StanzaDoorTest {
    private static final int STANZAS = 20_000;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String DESK = "ask.uppsala.test";
    private static final String[] FROM = {
        "ask.north.test",
        "ask.tehran.test/shirin",
        "ask.uppsala.test",
        "ask-north@ask.north.test",
        "mina@uppsala.test/x",
        "somebody@else.test",
        "ask.else.test/a",
        "conference.uppsala.test",
        "desk@conference.uppsala.test/nick"
    };
    private static final String[] TO = {
        DESK, DESK + "/lars", "desk@" + DESK, "nothing@" + DESK, "s-" + Sample.token(3) + "@" + DESK, "s-x@" + DESK
    };
    private static final String[] VALUES = {
        "",
        "0",
        "-1",
        "9223372036854775807",
        "99999999999999999999",
        "true",
        "x",
        "\u202e",
        "1e9",
        Sample.token(3),
        "ask.north.test",
        "a@b/c",
        "@",
        "/",
        "2026-11-23T10:00:00Z",
        "2026-13-45T99:00:00Z"
    };
    private static final String[] NAMESPACES = {
        "urn:xmpp:ask:0",
        "urn:xmpp:session-transfer:0",
        "urn:xmpp:competence:0",
        "jabber:client",
        "urn:xmpp:ping",
        "http://jabber.org/protocol/disco#info",
        "http://jabber.org/protocol/muc#user",
        "urn:xmpp:receipts",
        "vcard-temp"
    };

    @TempDir
    private Path folder;

    private final Queue<Packet> out = new ConcurrentLinkedQueue<>();
    private final AtomicLong names = new AtomicLong(50_000);
    private OpenDesk open;
    private Component door;

    @BeforeEach
    void open() throws Exception {
        open = OpenDesk.in(
                folder, Set.of("north.test"), database -> new JdbcDirectory(database::open), out::add, new NoRoles());
        door = open.door();
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    static final class NobodyConnected implements Clients {
        @Override
        public boolean prompt(Address client) {
            return false;
        }

        @Override
        public List<Address> all() {
            return List.of();
        }

        @Override
        public boolean connected(Address client) {
            return false;
        }

        @Override
        public boolean anyConnected(Address account) {
            return false;
        }
    }

    static final class NoRoles implements Roles {
        @Override
        public boolean operator(Address account) {
            return false;
        }

        @Override
        public boolean coordinator(Address account) {
            return false;
        }

        @Override
        public Set<Address> coordinators() {
            return Set.of();
        }
    }

    @Test
    @DisplayName("twenty thousand odd stanzas: no error of ours, and the desk still takes a question")
    void oddStanzas() {
        List<Class<?>> kinds = new ArrayList<>(Samples.cases(AskPayload.class));
        kinds.addAll(Samples.cases(TransferPayload.class));
        for (int seed = 0; seed < STANZAS; seed++) {
            Random random = new Random(seed);
            Packet stanza = stanza(random, kinds, seed);
            String text = stanza.getElement().getName() + " of seed " + seed;
            door.processPacket(stanza);
            assertNoFault(text);
        }
        Message question = new Message();
        question.setType(Message.Type.chat);
        question.setID("last");
        question.setFrom("mina@uppsala.test/laptop");
        question.setTo("desk@" + DESK);
        question.setBody("Are you still there?");
        question.addChildElement("request", "urn:xmpp:receipts");
        door.processPacket(question);
        await().atMost(SOON).until(() -> {
            assertNoFault("the last question");
            return out.stream().anyMatch(StanzaDoorTest::confirmsTheLast);
        });
    }

    private void assertNoFault(String after) {
        for (Packet answer : out) {
            PacketError error = answer.getError();
            if (error != null) {
                assertThat(error.getCondition())
                        .as("%s: %s", after, error.getText())
                        .isNotEqualTo(PacketError.Condition.internal_server_error);
                assertThat(error.getText()).as(after).isNotBlank();
            }
        }
        out.removeIf(answer -> !confirmsTheLast(answer));
    }

    private static boolean confirmsTheLast(Packet answer) {
        Element received = answer.getElement().element(QName.get("received", "urn:xmpp:receipts"));
        return received != null && "last".equals(received.attributeValue("id"));
    }

    private static Packet stanza(Random random, List<Class<?>> kinds, long seed) {
        Element payload = random.nextInt(4) == 0 ? odd(random, 0) : nearlyRight(random, kinds, seed);
        Packet stanza = switch (random.nextInt(5)) {
            case 0, 1 -> iq(random, payload);
            case 2 -> presence(random, payload);
            default -> message(random, payload);
        };
        stanza.setFrom(new JID(FROM[random.nextInt(FROM.length)]));
        stanza.setTo(new JID(TO[random.nextInt(TO.length)]));
        if (random.nextInt(10) > 0) {
            stanza.setID("f" + seed);
        }
        return stanza;
    }

    private static Packet iq(Random random, Element payload) {
        IQ iq = new IQ(IQ.Type.values()[random.nextInt(IQ.Type.values().length)]);
        if (random.nextInt(10) > 0) {
            iq.setChildElement(payload);
        }
        return iq;
    }

    private static Packet presence(Random random, Element payload) {
        Presence presence = new Presence();
        if (random.nextBoolean()) {
            presence.setType(Presence.Type.values()[random.nextInt(Presence.Type.values().length)]);
        }
        presence.getElement().add(payload);
        return presence;
    }

    private static Packet message(Random random, Element payload) {
        Message message = new Message();
        message.setType(Message.Type.values()[random.nextInt(Message.Type.values().length)]);
        if (random.nextBoolean()) {
            message.setBody(random.nextInt(20) == 0 ? "x".repeat(100_000) : VALUES[random.nextInt(VALUES.length)]);
        }
        if (random.nextInt(3) > 0) {
            message.getElement().add(payload);
        }
        return message;
    }

    /** One of our own elements, of which something is other than it should be. */
    private static Element nearlyRight(Random random, List<Class<?>> kinds, long seed) {
        Element element = null;
        for (long tried = seed * 100; element == null; tried++) {
            try {
                Payload payload = (Payload) new Samples(tried).of(kinds.get(random.nextInt(kinds.size())));
                element = StanzaBridge.write(payload.toElement());
            } catch (IllegalStateException | IllegalArgumentException e) {
                // Some values don't go together: the next ones may.
                element = null;
            }
        }
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            change(random, any(random, element));
        }
        return element;
    }

    private static Element any(Random random, Element element) {
        List<?> children = element.elements();
        return children.isEmpty() || random.nextBoolean()
                ? element
                : any(random, (Element) children.get(random.nextInt(children.size())));
    }

    private static void change(Random random, Element element) {
        String value = VALUES[random.nextInt(VALUES.length)];
        int count = element.attributeCount();
        switch (random.nextInt(6)) {
            case 0 -> {
                if (count > 0) {
                    element.remove(element.attribute(random.nextInt(count)));
                }
            }
            case 1 -> {
                if (count > 0) {
                    element.attribute(random.nextInt(count)).setValue(value);
                }
            }
            case 2 -> element.addAttribute("surplus", value);
            case 3 -> element.add(odd(random, 0));
            case 4 -> element.setText(random.nextInt(10) == 0 ? "y".repeat(1_000_000) : value);
            default -> element.addElement(element.getName());
        }
    }

    /** Elements that have nothing to do with anything, some of them nested too deep. */
    private static Element odd(Random random, int depth) {
        String namespace = NAMESPACES[random.nextInt(NAMESPACES.length)];
        String[] names = {"say", "relay", "offer", "x", "query", "ping", "received", "accept", "released", "item"};
        Element element = DocumentHelper.createElement(QName.get(names[random.nextInt(names.length)], namespace));
        element.addAttribute("id", VALUES[random.nextInt(VALUES.length)]);
        element.addAttribute("session", Sample.token(random.nextInt(5)));
        if (random.nextInt(50) == 0) {
            Element inner = element;
            for (int i = 0; i < 3_000; i++) {
                inner = inner.addElement("d");
            }
        }
        for (int i = random.nextInt(3); i > 0 && depth < 4; i--) {
            element.add(odd(random, depth + 1));
        }
        return element;
    }
}
