package org.crossdesk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crossdesk.protocol.Document.Block;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what the code does: their examples are decoded, their schemas are the ones that ship. */
class DocumentsTest {
    private static final Set<String> STANZAS = Set.of("message", "presence", "iq");

    static List<Document> documents() {
        return Document.all();
    }

    static List<Block> examples() {
        return Document.all().stream()
                .flatMap(document -> document.blocks("example").stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExampleIsValidAndDecodesAndEncodesToTheSame(Block example) throws DecodingException {
        List<Element> stanzas = example.stanzas();
        assertThat(stanzas).isNotEmpty();
        for (Element stanza : stanzas) {
            assertThat(STANZAS.contains(stanza.name()) || Codecs.know(stanza)).isTrue();
            for (Element payload : Codecs.payloads(stanza)) {
                assertThat(Schemas.fault(payload)).as(payload.toXml()).isEmpty();
                assertThat(Codecs.decode(payload).toElement()).isEqualTo(payload);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void stanzasInExamplesAreAddressedAndAnswered(Block example) throws DecodingException {
        for (Element stanza : example.stanzas()) {
            if (!STANZAS.contains(stanza.name())) {
                continue;
            }
            assertThat(stanza.namespace()).isEqualTo("jabber:client");
            assertThat(stanza.attributes()).containsKeys("from", "to");
            assertThatCode(() -> {
                        Address.parse(stanza.attribute("from").orElseThrow());
                        Address.parse(stanza.attribute("to").orElseThrow());
                    })
                    .doesNotThrowAnyException();
            if (!stanza.name().equals("presence")) {
                assertThat(stanza.attributes()).containsKey("id");
            }
            if (stanza.attribute("type").equals(java.util.Optional.of("error"))) {
                Element error = stanza.child("error", "jabber:client").orElseThrow();
                assertThat(error.child("text", "urn:ietf:params:xml:ns:xmpp-stanzas"))
                        .as("an error says in words what is wrong")
                        .isPresent();
            }
        }
    }

    @Test
    void everyKindOfPayloadHasAnExample() throws DecodingException {
        Set<String> shown = new TreeSet<>();
        for (Block example : examples()) {
            for (Element stanza : example.stanzas()) {
                for (Element payload : Codecs.payloads(stanza)) {
                    shown.add(Codecs.decode(payload).getClass().getSimpleName());
                }
            }
        }
        assertThat(shown).isEqualTo(Codecs.kinds());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void theSchemaInTheDocumentIsTheOneThatShips(Document document) throws IOException {
        String shipped = Files.readString(
                Path.of("src/main/resources/schema", document.name() + ".xsd"), StandardCharsets.UTF_8);
        List<Block> schemas = document.blocks("code").stream()
                .filter(code -> code.text().contains("<xs:schema"))
                .toList();
        assertThat(schemas).hasSize(1);
        assertThat(schemas.get(0).text().strip())
                .as("copy src/main/resources/schema/%s.xsd into the section XML Schema", document.name())
                .isEqualTo(shipped.strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void theDocumentHasTheSectionsOfAXep(Document document) {
        assertThat(document.topics())
                .startsWith("Introduction", "Requirements", "Glossary")
                .containsSubsequence(
                        "Business Rules",
                        "Implementation Notes",
                        "Internationalization Considerations",
                        "Security Considerations",
                        "IANA Considerations",
                        "XMPP Registrar Considerations",
                        "XML Schema")
                .endsWith("Acknowledgements");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource
    void aRuleBeyondTheSchemaIsTold(BeyondSchema rule) {
        Document document = Document.read(rule.document());
        assertThat(document.section("XML Schema")).contains(rule.sentence());
        assertThat(document.section("Business Rules")).contains(rule.sentence());
    }
}
