package org.crossdesk.edge.xmpp;

import java.util.Iterator;
import java.util.Optional;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;

/** Finds what is ours in a stanza. */
final class Payloads {
    private Payloads() {}

    /** Whether the element is of one of our namespaces. */
    static boolean ours(org.dom4j.Element element) {
        String namespace = element.getNamespaceURI();
        return namespace.equals(AskCodec.NAMESPACE)
                || namespace.equals(TransferCodec.NAMESPACE)
                || namespace.equals(CompetenceCodec.NAMESPACE);
    }

    /** The first child of the stanza that is ours. */
    static Optional<org.dom4j.Element> find(org.dom4j.Element stanza) {
        for (Iterator<?> children = stanza.elementIterator(); children.hasNext(); ) {
            org.dom4j.Element child = (org.dom4j.Element) children.next();
            if (ours(child)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** Reads an element of ours. */
    static Payload decode(org.dom4j.Element dom) throws DecodingException {
        Element element = StanzaBridge.read(dom);
        if (AskCodec.knows(element)) {
            return AskCodec.decode(element);
        }
        if (TransferCodec.knows(element)) {
            return TransferCodec.decode(element);
        }
        return CompetenceCodec.decode(element);
    }
}
