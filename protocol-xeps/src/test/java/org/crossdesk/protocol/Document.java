package org.crossdesk.protocol;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A ProtoXEP of ours, as its tests read it. */
record Document(String name, org.w3c.dom.Document dom) {
    static final List<String> NAMES = List.of("competence", "ask", "session-transfer");

    /** A block of text with its caption. */
    record Block(String document, String caption, String text) {
        /** The stanzas of an example. */
        List<Element> stanzas() throws DecodingException {
            return ElementText.parse("<stream xmlns='jabber:client'>" + text + "</stream>")
                    .children();
        }

        @Override
        public String toString() {
            return document + ": " + caption;
        }
    }

    static Document read(String name) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Document(name, factory.newDocumentBuilder().parse(new File("src/xep/" + name + ".xml")));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(name + " can't be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Document> all() {
        return NAMES.stream().map(Document::read).toList();
    }

    List<Block> blocks(String element) {
        NodeList found = dom.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (org.w3c.dom.Element) found.item(i))
                .map(one -> new Block(name, one.getAttribute("caption"), one.getTextContent()))
                .toList();
    }

    /** The topics of the sections at the top, in order. */
    List<String> topics() {
        NodeList found = dom.getElementsByTagName("section1");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((org.w3c.dom.Element) found.item(i)).getAttribute("topic"))
                .toList();
    }

    /** All words of one section at the top. */
    String section(String topic) {
        NodeList found = dom.getElementsByTagName("section1");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (org.w3c.dom.Element) found.item(i))
                .filter(section -> section.getAttribute("topic").equals(topic))
                .map(org.w3c.dom.Element::getTextContent)
                .findFirst()
                .orElseThrow();
    }
}
