package org.crossdesk.bot.smack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.AskPayload;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.CompetencePayload;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StanzaBridgeTest {
    @BeforeAll
    static void register() {
        SmackSetup.ensure();
    }

    private static <S extends Stanza> S parse(String xml) {
        try {
            S stanza = PacketParserUtils.parseStanza(xml);
            return stanza;
        } catch (Exception e) {
            throw new AssertionError(e.getMessage() + " in " + xml, e);
        }
    }

    private static Message message(String children) {
        return parse("<message xmlns='jabber:client' from='a@b.test/c' type='chat'>" + children + "</message>");
    }

    @Test
    void readsWhatStandsInOurNamespacesAndNothingElse() {
        Message message = message("<body>words</body><x xmlns='urn:other'/>"
                + "<note xmlns='urn:xmpp:ask:0'/><competence xmlns='urn:xmpp:competence:0' load='1'/>");

        assertThat(StanzaBridge.payloads(message))
                .containsExactly(
                        Element.named("note", "urn:xmpp:ask:0").build(),
                        Element.named("competence", "urn:xmpp:competence:0")
                                .attribute("load", 1)
                                .build());
    }

    @Test
    void readsPresence() {
        Presence presence = parse("<presence xmlns='jabber:client' from='a@b.test/c'>"
                + "<competence xmlns='urn:xmpp:competence:0' ver='x'/></presence>");

        assertThat(StanzaBridge.payloads(presence)).hasSize(1);
    }

    @Test
    void keepsOrderNamespacesLanguageAndText() {
        Element element = Element.named("offer", "urn:xmpp:ask:0")
                .attribute("seconds", 5)
                .attribute(Element.LANGUAGE, "fa")
                .child(Element.named("needs", "urn:xmpp:competence:0")
                        .child(Element.named("b", "urn:xmpp:competence:0").build())
                        .child(Element.named("a", "urn:xmpp:ask:0").text("1").build())
                        .child(Element.named("b", "urn:xmpp:competence:0")
                                .text(" <ارث> & 'quoted'\n\t")
                                .build())
                        .build())
                .build();

        assertThat(StanzaBridge.payloads(message(element.toXml()))).containsExactly(element);
        assertThat(StanzaBridge.payloads(throughAMessage(element))).containsExactly(element);
        assertThat(StanzaBridge.payload(throughAnIq(element))).contains(element);
    }

    @Test
    void aNameThatNobodyRegisteredIsReadAllTheSame() {
        Element element = Element.named("something-new", "urn:xmpp:ask:0")
                .attribute("a", "1")
                .child("child", "text")
                .build();

        assertThat(StanzaBridge.payloads(throughAMessage(element))).containsExactly(element);
    }

    @Test
    void whiteSpaceBetweenChildrenIsNoText() {
        assertThat(StanzaBridge.payloads(message("<offer xmlns='urn:xmpp:ask:0'>\n  <summary>s</summary>\n</offer>")))
                .containsExactly(Element.named("offer", "urn:xmpp:ask:0")
                        .child("summary", "s")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void randomElementsComeThroughUnchanged(int seed) throws DecodingException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Element element = element(random, "offer", StanzaBridge.ASK, 4);
            assertThat(ElementText.parse(element.toXml())).as("seed %d", seed).isEqualTo(element);
            assertThat(StanzaBridge.payloads(throughAMessage(element)))
                    .as("seed %d", seed)
                    .containsExactly(element);
            assertThat(StanzaBridge.payload(throughAnIq(element)))
                    .as("seed %d", seed)
                    .contains(element);
        }
    }

    @Test
    void tooDeepAnElementIsRefusedWithoutOverflow() {
        int depth = 5_000;
        String xml = "<offer xmlns='urn:xmpp:ask:0'>" + "<x>".repeat(depth) + "</x>".repeat(depth) + "</offer>";

        assertThatThrownBy(() -> PacketParserUtils.parseStanza("<message xmlns='jabber:client'>" + xml + "</message>"))
                .hasMessageContaining("too deep");
    }

    @Test
    void everyRootThatTheCodecsKnowIsRegisteredAndNoOther() {
        StanzaBridge.ROOTS.forEach((namespace, names) -> assertThat(names)
                .allMatch(name -> isKnown(namespace, name))
                .hasSize(kinds(namespace).getPermittedSubclasses().length));
    }

    private static Class<?> kinds(String namespace) {
        return switch (namespace) {
            case AskCodec.NAMESPACE -> AskPayload.class;
            case TransferCodec.NAMESPACE -> TransferPayload.class;
            default -> CompetencePayload.class;
        };
    }

    /** A codec says of a name that it does not know that it is not known; of others, what is missing. */
    private static boolean isKnown(String namespace, String name) {
        Element bare = Element.named(name, namespace).build();
        try {
            switch (namespace) {
                case AskCodec.NAMESPACE -> AskCodec.decode(bare);
                case TransferCodec.NAMESPACE -> TransferCodec.decode(bare);
                default -> CompetenceCodec.decode(bare);
            }
            return true;
        } catch (DecodingException e) {
            return !String.valueOf(e.getMessage()).contains("is not known in");
        }
    }

    private static Message throughAMessage(Element element) {
        Message message = MessageBuilder.buildMessage("1")
                .addExtension(StanzaBridge.toExtension(element))
                .build();
        return parse(message.toXML().toString());
    }

    private static IQ throughAnIq(Element element) {
        IQ request = StanzaBridge.toRequest(element, IQ.Type.set);
        request.setStanzaId("1");
        return parse(request.toXML().toString());
    }

    private static Element element(Random random, String name, String namespace, int depth) {
        Element.Builder element = Element.named(name, namespace);
        for (int i = random.nextInt(3); i > 0; i--) {
            element.attribute("a" + i, text(random));
        }
        int children = depth == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < children; i++) {
            String[] namespaces = {StanzaBridge.ASK, StanzaBridge.COMPETENCE, "urn:other"};
            element.child(element(random, "e" + random.nextInt(3), namespaces[random.nextInt(3)], depth - 1));
        }
        if (children == 0) {
            element.text(text(random));
        }
        return element.build();
    }

    private static String text(Random random) {
        String[] pieces = {"a", " ", "<", "&", "'", "\"", "س", "😀", "]]>", "\n", "\t", "\r"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
