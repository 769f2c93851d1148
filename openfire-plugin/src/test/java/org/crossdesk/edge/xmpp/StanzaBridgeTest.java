package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Random;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.dom4j.DocumentHelper;
import org.dom4j.io.SAXReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmpp.packet.JID;

class StanzaBridgeTest {
    private static final int SEEDS = 200;

    private static org.dom4j.Element dom(String xml) {
        try {
            return new SAXReader().read(new StringReader(xml)).getRootElement();
        } catch (org.dom4j.DocumentException e) {
            throw new AssertionError(xml, e);
        }
    }

    private static org.dom4j.Element nested(int depth) {
        org.dom4j.Element outermost = DocumentHelper.createElement("a");
        org.dom4j.Element inner = outermost;
        for (int i = 1; i < depth; i++) {
            inner = inner.addElement("a");
        }
        return outermost;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a xmlns='urn:x'/>",
                "<a xmlns='urn:x' b='1' c='&lt;&amp;&quot;' xml:lang='fa'>سلام 🙂 ]]&gt;</a>",
                "<p:a xmlns:p='urn:x'><b xmlns='urn:y'>t</b><p:c/></p:a>",
                "<a xmlns='urn:x'>\n  <b/>\n  <c>  kept  </c>\n</a>",
                "<a xmlns='urn:x'><![CDATA[<b/>]]></a>",
                "<a/>"
            })
    @DisplayName("an element is read as the protocol's own parser reads it")
    void readsAlike(String xml) throws DecodingException {
        assertThat(StanzaBridge.read(dom(xml))).isEqualTo(ElementText.parse(xml));
    }

    @Test
    @DisplayName("what is written reads back, through dom4j's text too")
    void roundTrip() throws DecodingException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Element element = element(new Random(seed), 0);
            org.dom4j.Element written = StanzaBridge.write(element);
            assertThat(StanzaBridge.read(written)).as("seed %d", seed).isEqualTo(element);
            assertThat(ElementText.parse(written.asXML())).as("seed %d", seed).isEqualTo(element);
        }
    }

    private static Element element(Random random, int depth) {
        Element.Builder builder = Element.named("n" + random.nextInt(3), "urn:" + random.nextInt(3));
        if (random.nextBoolean()) {
            builder.attribute("b", "<'\"&> é");
        }
        if (random.nextBoolean()) {
            builder.attribute(Element.LANGUAGE, "sv-FI");
        }
        int children = depth > 3 ? 0 : random.nextInt(4);
        for (int i = 0; i < children; i++) {
            builder.child(element(random, depth + 1));
        }
        return children == 0 && random.nextBoolean()
                ? builder.text("a\nb & <c>").build()
                : builder.build();
    }

    @Test
    @DisplayName("the deepest allowed nesting is read, one more is refused")
    void depth() throws DecodingException {
        assertThat(StanzaBridge.read(nested(ElementText.DEPTH_MAX)).children()).hasSize(1);
        assertThatThrownBy(() -> StanzaBridge.read(nested(ElementText.DEPTH_MAX + 1)))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("deeper than 32");
    }

    @Test
    @DisplayName("a stanza nested 100,000 deep is refused without exhausting the stack")
    void veryDeep() {
        org.dom4j.Element stanza = nested(100_000);
        assertThatThrownBy(() -> StanzaBridge.check(stanza)).isInstanceOf(DecodingException.class);
    }

    @Test
    @DisplayName("too many elements and too much text are refused")
    void size() {
        org.dom4j.Element wide = DocumentHelper.createElement("a");
        for (int i = 1; i < ElementText.ELEMENTS_MAX; i++) {
            wide.addElement("b");
        }
        assertThatCode(() -> StanzaBridge.check(wide)).doesNotThrowAnyException();
        wide.addElement("b");
        assertThatThrownBy(() -> StanzaBridge.check(wide)).hasMessageContaining("elements");
        org.dom4j.Element long1 = DocumentHelper.createElement("a").addText("x".repeat(ElementText.SIZE_MAX_CHARS));
        assertThatThrownBy(() -> StanzaBridge.check(long1)).hasMessageContaining("characters");
        org.dom4j.Element long2 = DocumentHelper.createElement("a");
        long2.addAttribute("b", "x".repeat(ElementText.SIZE_MAX_CHARS));
        assertThatThrownBy(() -> StanzaBridge.check(long2)).hasMessageContaining("characters");
    }

    @Test
    @DisplayName("mixed content, comments, instructions and forbidden characters are refused")
    void refusesWhatXmppDoesNotHave() {
        assertThatThrownBy(() -> StanzaBridge.read(dom("<a>t<b/></a>"))).hasMessageContaining("children and text");
        assertThatThrownBy(() -> StanzaBridge.read(dom("<a><!-- c --></a>"))).hasMessageContaining("a comment");
        assertThatThrownBy(() -> StanzaBridge.read(dom("<a><?x y?></a>"))).hasMessageContaining("does not allow");
        org.dom4j.Element control = DocumentHelper.createElement("a").addText("\u0001");
        assertThatThrownBy(() -> StanzaBridge.read(control)).hasMessageContaining("cannot carry");
        org.dom4j.Element attribute = DocumentHelper.createElement("a").addAttribute("b", "\uFFFF");
        assertThatThrownBy(() -> StanzaBridge.read(attribute)).hasMessageContaining("cannot carry");
    }

    @Test
    @DisplayName("what XML can't carry is replaced when it is written")
    void replacesForbidden() {
        Element element = Element.named("a", "urn:x").text("b\u0000\uD800c").build();
        assertThat(StanzaBridge.write(element).getText()).isEqualTo("b\uFFFD\uFFFDc");
    }

    @Test
    @DisplayName("reading leaves the stanza as it is")
    void leavesTheStanza() throws DecodingException {
        org.dom4j.Element stanza = dom("<a xmlns='urn:x'> <b c='d'/> </a>");
        String before = stanza.asXML();
        StanzaBridge.read(stanza);
        assertThat(stanza.asXML()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask.uppsala.test", "desk@ask.uppsala.test", "ask.uppsala.test/h1", "å@x.test/Sofa 2@/a"})
    @DisplayName("addresses go both ways")
    void addresses(String text) {
        assertThat(StanzaBridge.address(new JID(text))).isEqualTo(Address.parse(text));
        assertThat(StanzaBridge.jid(Address.parse(text))).isEqualTo(new JID(text));
    }

    @Test
    @DisplayName("an address that a person typed is prepared, or refused by name")
    void typedAddresses() throws DecodingException {
        assertThat(StanzaBridge.prepared("Desk@ASK.Uppsala.Test/Sofa"))
                .isEqualTo(Address.parse("desk@ask.uppsala.test/Sofa"));
        assertThatThrownBy(() -> StanzaBridge.prepared("a b@c"))
                .isInstanceOf(DecodingException.class)
                .hasMessage("'a b@c' is not an XMPP address");
        assertThat(StanzaBridge.jid(Address.parse("A\uE000@b.test")).getNode()).isEqualTo("A\uE000");
    }
}
