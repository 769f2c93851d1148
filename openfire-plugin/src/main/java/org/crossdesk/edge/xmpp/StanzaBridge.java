package org.crossdesk.edge.xmpp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.crossdesk.protocol.xml.XmlCharacters;
import org.dom4j.Attribute;
import org.dom4j.CDATA;
import org.dom4j.CharacterData;
import org.dom4j.Comment;
import org.dom4j.DocumentHelper;
import org.dom4j.Namespace;
import org.dom4j.Node;
import org.dom4j.QName;
import org.dom4j.Text;
import org.xmpp.packet.JID;

/** The one place where the server's elements and addresses become the protocol's, and the other way round. */
public final class StanzaBridge {
    private StanzaBridge() {}

    /**
     * Refuses what is deeper, larger or has more elements than {@link ElementText} allows. To be done before anything
     * else is done with a stanza: dom4j copies and writes by recursion, and a deep enough one ends the thread. This
     * doesn't recurse.
     */
    public static void check(org.dom4j.Element outermost) throws DecodingException {
        Deque<Iterator<?>> path = new ArrayDeque<>();
        int elements = 0;
        long chars = 0;
        Object node = outermost;
        while (true) {
            if (node instanceof org.dom4j.Element element) {
                elements++;
                chars += attributesChars(element);
                path.push(element.nodeIterator());
            } else if (node instanceof CharacterData text) {
                chars += text.getText().length();
            }
            bound("nested deeper than ", path.size(), ElementText.DEPTH_MAX);
            bound("made of more elements than ", elements, ElementText.ELEMENTS_MAX);
            bound("of more characters than ", chars, ElementText.SIZE_MAX_CHARS);
            while (!path.isEmpty() && !path.element().hasNext()) {
                path.pop();
            }
            if (path.isEmpty()) {
                return;
            }
            node = path.element().next();
        }
    }

    private static void bound(String what, long number, long most) throws DecodingException {
        if (number > most) {
            throw new DecodingException("the XML is " + what + most);
        }
    }

    private static long attributesChars(org.dom4j.Element element) {
        long chars = element.getName().length() + element.getNamespaceURI().length();
        for (int i = 0; i < element.attributeCount(); i++) {
            chars += element.attribute(i).getName().length()
                    + element.attribute(i).getValue().length();
        }
        return chars;
    }

    /** The protocol's element for one of the server's; bounded by {@link #check}, and left as it is. */
    public static Element read(org.dom4j.Element element) throws DecodingException {
        check(element);
        return tree(element);
    }

    /** Recursion is safe here, since the depth was checked. */
    private static Element tree(org.dom4j.Element element) throws DecodingException {
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Iterator<?> nodes = element.nodeIterator(); nodes.hasNext(); ) {
            Node node = (Node) nodes.next();
            if (node instanceof org.dom4j.Element child) {
                children.add(tree(child));
            } else if (node instanceof Text || node instanceof CDATA) {
                text.append(node.getText());
            } else if (!(node instanceof Namespace)) {
                throw new DecodingException("<" + element.getName() + "/> holds "
                        + (node instanceof Comment ? "a comment" : "what is neither element nor text")
                        + ", which XMPP does not allow");
            }
        }
        // White space between elements is for the eyes; ElementText leaves it out as well.
        String content = !children.isEmpty() && text.toString().isBlank() ? "" : text.toString();
        try {
            return new Element(
                    element.getName(),
                    element.getNamespaceURI(),
                    attributes(element),
                    children,
                    allowed(element, content));
        } catch (IllegalArgumentException e) {
            throw new DecodingException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, String> attributes(org.dom4j.Element element) throws DecodingException {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < element.attributeCount(); i++) {
            Attribute attribute = element.attribute(i);
            attributes.put(attribute.getQualifiedName(), allowed(element, attribute.getValue()));
        }
        return attributes;
    }

    /** The parsers of older servers let characters through that would end the stream to the next server. */
    private static String allowed(org.dom4j.Element element, String text) throws DecodingException {
        if (!XmlCharacters.allowed(text)) {
            throw new DecodingException("<" + element.getName() + "/> has a character that XML cannot carry");
        }
        return text;
    }

    /** A new element of the server's for one of the protocol's; what XML can't carry is replaced by U+FFFD. */
    public static org.dom4j.Element write(Element element) {
        org.dom4j.Element written = DocumentHelper.createElement(QName.get(element.name(), element.namespace()));
        element.attributes()
                .forEach((name, value) -> written.addAttribute(
                        name.equals(Element.LANGUAGE) ? QName.get("lang", Namespace.XML_NAMESPACE) : QName.get(name),
                        XmlCharacters.replaceForbidden(value)));
        if (!element.text().isEmpty()) {
            written.addText(XmlCharacters.replaceForbidden(element.text()));
        }
        element.children().forEach(child -> written.add(write(child)));
        return written;
    }

    /** The protocol's address for one of the server's, which the server has prepared. */
    public static Address address(JID jid) {
        return new Address(jid.getNode(), jid.getDomain(), jid.getResource());
    }

    /**
     * The server's address for one of the protocol's. It is taken as it is and never fails: an address that isn't
     * prepared, which only a broken peer names, leads nowhere.
     */
    public static JID jid(Address address) {
        return new JID(address.local(), address.domain(), address.resource(), true);
    }

    /** Reads an address that a person typed, prepared as the server does it. */
    public static Address prepared(String typed) throws DecodingException {
        try {
            return address(new JID(typed));
        } catch (IllegalArgumentException e) {
            throw new DecodingException("'" + typed + "' is not an XMPP address", e);
        }
    }
}
