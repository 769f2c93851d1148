package org.crossdesk.bot.smack;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaView;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/**
 * The one place where Smack's XML and ours meet: what comes in one of our namespaces becomes an {@link Element}, and an
 * {@link Element} becomes a child of a stanza. Smack looks providers up by name, so the names that our protocol puts
 * under a stanza are registered; in a message or presence any other name of our namespaces is taken from Smack's
 * generic element, which keeps everything but the order between children of different names.
 */
public final class StanzaBridge {
    /** The namespace of <em>Competence Profiles</em>. */
    public static final String COMPETENCE = CompetenceCodec.NAMESPACE;

    /** The namespace of <em>Ask Services</em>. */
    public static final String ASK = AskCodec.NAMESPACE;

    /** The namespace of <em>Session Transfer</em>. */
    public static final String TRANSFER = TransferCodec.NAMESPACE;

    /** The names that stand directly under a stanza, by namespace; a test compares them with the codecs. */
    static final Map<String, Set<String>> ROOTS = Map.of(
            COMPETENCE,
            Set.of("competence", "profile", "query", "needs", "find", "found"),
            ASK,
            Set.of(
                    "question",
                    "brokered",
                    "offer",
                    "decline",
                    "retract",
                    "withdraw",
                    "exhausted",
                    "running",
                    "sessions",
                    "attend",
                    "staff",
                    "staffing",
                    "dismiss",
                    "release",
                    "admit",
                    "card",
                    "service-status",
                    "admitted",
                    "note",
                    "resumable",
                    "resume",
                    "finish",
                    "rating",
                    "resumed",
                    "line",
                    "place",
                    "part",
                    "console",
                    "recall",
                    "lines",
                    "scripts",
                    "closed"),
            TRANSFER,
            Set.of(
                    "accept",
                    "owned",
                    "relay",
                    "recall",
                    "recalled",
                    "ack",
                    "say",
                    "say-refused",
                    "transfer",
                    "transfer-cancel",
                    "transfer-refused",
                    "close",
                    "released",
                    "joined",
                    "leave",
                    "drop",
                    "absence",
                    "activity",
                    "displayed"));

    private StanzaBridge() {}

    /** Registers our providers with Smack; {@link SmackSetup} calls it once. */
    static void register() {
        ROOTS.forEach((namespace, names) -> names.forEach(name -> {
            ProviderManager.addExtensionProvider(name, namespace, new ChildProvider());
            ProviderManager.addIQProvider(name, namespace, new PayloadProvider());
        }));
    }

    /** An element as the child of a message or presence. */
    public static ExtensionElement toExtension(Element element) {
        return new Child(element);
    }

    /** An element as the payload of a request; the caller sets the address. */
    public static IQ toRequest(Element element, IQ.Type type) {
        IQ request = new Payload(element);
        request.setType(type);
        return request;
    }

    /** The children of a message or presence that are ours, in their order. */
    public static List<Element> payloads(StanzaView stanza) {
        List<Element> ours = new ArrayList<>();
        for (ExtensionElement child : stanza.getExtensions()) {
            if (child instanceof Child carried) {
                ours.add(carried.element);
            } else if (child instanceof StandardExtensionElement generic && ROOTS.containsKey(generic.getNamespace())) {
                ours.add(fromGeneric(generic));
            }
        }
        return List.copyOf(ours);
    }

    /** The payload of an IQ if it is ours. */
    public static Optional<Element> payload(IQ iq) {
        return iq instanceof Payload carried ? Optional.of(carried.element) : Optional.empty();
    }

    private static Element fromGeneric(StandardExtensionElement generic) {
        Element.Builder element = Element.named(generic.getElementName(), generic.getNamespace());
        generic.getAttributes().forEach((name, value) -> {
            if (!name.startsWith("xmlns:")) {
                element.attribute(name, value);
            }
        });
        List<StandardExtensionElement> children = generic.getElements();
        children.forEach(child -> element.child(fromGeneric(child)));
        String text = generic.getText();
        // Smack keeps the white space between children as text.
        return text == null || !children.isEmpty()
                ? element.build()
                : element.text(text).build();
    }

    /** Reads the element on which the parser stands; bounded as {@link ElementText} is, without recursion. */
    private static Element read(XmlPullParser parser)
            throws XmlPullParserException, IOException, SmackParsingException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(Open.at(parser));
        int elements = 1;
        while (true) {
            switch (parser.next()) {
                case START_ELEMENT -> {
                    if (open.size() == ElementText.DEPTH_MAX || ++elements > ElementText.ELEMENTS_MAX) {
                        throw new SmackParsingException("an element of ours is too deep or has too many children");
                    }
                    open.push(Open.at(parser));
                }
                case TEXT_CHARACTERS -> open.element().text.append(parser.getText());
                case END_ELEMENT -> {
                    Element closed = open.pop().close();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.element().children.add(closed);
                }
                case END_DOCUMENT -> throw new SmackParsingException("the stream ended within an element");
                default -> {}
            }
        }
    }

    /** An element whose end has not been read. */
    private static final class Open {
        private final Element start;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Open(Element start) {
            this.start = start;
        }

        static Open at(XmlPullParser parser) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < parser.getAttributeCount(); i++) {
                String prefix = parser.getAttributePrefix(i);
                String name = parser.getAttributeName(i);
                attributes.put(
                        prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, parser.getAttributeValue(i));
            }
            String namespace = parser.getNamespace();
            return new Open(
                    new Element(parser.getName(), namespace == null ? "" : namespace, attributes, List.of(), ""));
        }

        Element close() throws SmackParsingException {
            String content = text.toString();
            if (!children.isEmpty()) {
                if (!content.isBlank()) {
                    throw new SmackParsingException("<" + start.name() + "> has both children and text");
                }
                content = "";
            }
            return new Element(start.name(), start.namespace(), start.attributes(), children, content);
        }
    }

    private static final class Child implements ExtensionElement {
        private final Element element;

        Child(Element element) {
            this.element = element;
        }

        @Override
        public String getElementName() {
            return element.name();
        }

        @Override
        public String getNamespace() {
            return element.namespace();
        }

        @Override
        public CharSequence toXML(XmlEnvironment outer) {
            return element.toXml();
        }
    }

    private static final class Payload extends IQ {
        private final Element element;

        Payload(Element element) {
            super(element.name(), element.namespace());
            this.element = element;
        }

        @Override
        protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
            // Smack has opened the element and will close it. Its own writer does not keep line breaks in attributes.
            String written = element.toXml();
            String opened = Element.named(element.name(), element.namespace())
                    .build()
                    .toXml()
                    .replace("/>", "");
            String closing = "</" + element.name() + ">";
            if (written.endsWith(closing)) {
                xml.append(written.substring(opened.length(), written.length() - closing.length()));
            } else {
                xml.append(written.substring(opened.length(), written.length() - "/>".length()));
                xml.setEmptyElement();
            }
            return xml;
        }
    }

    private static final class ChildProvider extends ExtensionElementProvider<ExtensionElement> {
        @Override
        public ExtensionElement parse(XmlPullParser parser, int initialDepth, XmlEnvironment environment)
                throws XmlPullParserException, IOException, SmackParsingException {
            return new Child(read(parser));
        }
    }

    private static final class PayloadProvider extends IqProvider<IQ> {
        @Override
        public IQ parse(XmlPullParser parser, int initialDepth, IqData iqData, XmlEnvironment environment)
                throws XmlPullParserException, IOException, SmackParsingException {
            return new Payload(read(parser));
        }
    }
}
