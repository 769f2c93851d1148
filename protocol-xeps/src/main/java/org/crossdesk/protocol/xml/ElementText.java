package org.crossdesk.protocol.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Elements from XML text and back. Reads the XML that XMPP allows (RFC 6120, section 11.1): no document type, no
 * comments, no processing instructions, no entities but the five; and no more of it than the bounds below, which also
 * hold for whoever builds elements from another library's tree.
 */
public final class ElementText {
    /** Deepest nesting, the outermost element being 1. */
    public static final int DEPTH_MAX = 32;

    /** Longest text of one element with all it holds. */
    public static final int SIZE_MAX_CHARS = 1_048_576;

    /** Most elements in one, itself included. */
    public static final int ELEMENTS_MAX = 1_024;

    private static final String CDATA = "<![CDATA[";
    private static final String NOT_ALLOWED = "the XML has a comment, a processing instruction, a document type or an"
            + " entity, which XMPP does not allow, or a CDATA section without end";

    private ElementText() {}

    /** Reads one element; anything around it but white space is refused. */
    public static Element parse(String xml) throws DecodingException {
        if (xml.length() > SIZE_MAX_CHARS) {
            throw new DecodingException(
                    "the XML has " + xml.length() + " characters, at most " + SIZE_MAX_CHARS + " are allowed");
        }
        refuseDeclarations(xml);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            try {
                return new Tree(reader).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new DecodingException("the XML is not well-formed", e);
        }
    }

    /**
     * Document types and comments, before the parser sees them: the JDK's prints to the standard error and throws
     * unchecked exceptions over broken ones, even where it is told not to support them. In what XMPP allows, the two
     * characters stand nowhere but before a CDATA section and inside it.
     */
    private static void refuseDeclarations(String xml) throws DecodingException {
        int declaration = xml.indexOf("<!");
        while (declaration >= 0) {
            int end = xml.startsWith(CDATA, declaration) ? xml.indexOf("]]>", declaration) : -1;
            if (end < 0) {
                throw new DecodingException(NOT_ALLOWED);
            }
            declaration = xml.indexOf("<!", end);
        }
    }

    /** The JDK's own parser, whatever else is on the class path; a new one each, since factories aren't thread-safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** Writes an element, without an XML declaration. */
    public static String write(Element element) {
        StringBuilder out = new StringBuilder();
        write(element, null, out);
        return out.toString();
    }

    private static void write(Element element, @Nullable String outerNamespace, StringBuilder out) {
        out.append('<').append(element.name());
        if (!element.namespace().equals(outerNamespace)) {
            write("xmlns", element.namespace(), out);
        }
        element.attributes().forEach((name, value) -> {
            if (!XmlCharacters.name(name) && !name.equals(Element.LANGUAGE)) {
                throw new IllegalArgumentException("an attribute of a namespace that is not known here");
            }
            write(name, value, out);
        });
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        escape(element.text(), false, out);
        for (Element child : element.children()) {
            write(child, element.namespace(), out);
        }
        out.append("</").append(element.name()).append('>');
    }

    private static void write(String attribute, String value, StringBuilder out) {
        out.append(' ').append(attribute).append("='");
        escape(value, true, out);
        out.append('\'');
    }

    /**
     * Carriage returns, and in attributes every white space but the blank, become references: a parser turns the
     * plain characters into others (XML 1.0, sections 2.11 and 3.3.3). The JDK's writer leaves them plain.
     */
    private static void escape(String text, boolean attribute, StringBuilder out) {
        if (!XmlCharacters.allowed(text)) {
            throw new IllegalArgumentException("the text has a character that XML cannot carry");
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\'' -> out.append("&apos;");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> {
                    if (attribute) {
                        out.append("&#").append((int) character).append(';');
                    } else {
                        out.append(character);
                    }
                }
                default -> out.append(character);
            }
        }
    }

    /** Builds the tree from the outside in; the stack is as deep as the XML, and bounded. */
    private static final class Tree {
        private final XMLStreamReader reader;
        private final Deque<Open> open = new ArrayDeque<>();
        private int elements;
        private @Nullable Element outermost;

        Tree(XMLStreamReader reader) {
            this.reader = reader;
        }

        Element read() throws XMLStreamException, DecodingException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.END_DOCUMENT -> {}
                    default -> throw new DecodingException(NOT_ALLOWED);
                }
            }
            if (outermost == null) {
                throw new DecodingException("the XML has no element");
            }
            return outermost;
        }

        private void start() throws DecodingException {
            elements++;
            if (elements > ELEMENTS_MAX) {
                throw new DecodingException("the XML has more than " + ELEMENTS_MAX + " elements");
            }
            if (open.size() == DEPTH_MAX) {
                throw new DecodingException("the XML is nested deeper than " + DEPTH_MAX);
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String prefix = reader.getAttributePrefix(i);
                String name = reader.getAttributeLocalName(i);
                attributes.put(
                        prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
            }
            String namespace = reader.getNamespaceURI();
            open.push(new Open(reader.getLocalName(), namespace == null ? "" : namespace, attributes));
        }

        private void text() {
            if (!open.isEmpty()) {
                open.element().text.append(reader.getText());
            }
        }

        private void end() throws DecodingException {
            Element element = open.pop().close();
            if (open.isEmpty()) {
                outermost = element;
            } else {
                open.element().children.add(element);
            }
        }
    }

    private static final class Open {
        private final String name;
        private final String namespace;
        private final Map<String, String> attributes;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, String namespace, Map<String, String> attributes) {
            this.name = name;
            this.namespace = namespace;
            this.attributes = attributes;
        }

        Element close() throws DecodingException {
            String content = text.toString();
            if (!children.isEmpty()) {
                if (!XmlCharacters.blank(content)) {
                    throw new DecodingException("<" + name + "> has both children and text");
                }
                content = "";
            }
            try {
                return new Element(name, namespace, attributes, children, content);
            } catch (IllegalArgumentException e) {
                throw new DecodingException("an element has a name that is not allowed", e);
            }
        }
    }
}
