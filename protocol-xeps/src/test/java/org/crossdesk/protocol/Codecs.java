package org.crossdesk.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.AskPayload;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.CompetencePayload;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;

/** The three codecs as one. */
final class Codecs {
    private Codecs() {}

    static boolean know(Element element) {
        return CompetenceCodec.knows(element) || AskCodec.knows(element) || TransferCodec.knows(element);
    }

    static Payload decode(Element element) throws DecodingException {
        if (AskCodec.knows(element)) {
            return AskCodec.decode(element);
        }
        return TransferCodec.knows(element) ? TransferCodec.decode(element) : CompetenceCodec.decode(element);
    }

    /** The name of every kind of payload that there is. */
    static Set<String> kinds() {
        return Stream.of(CompetencePayload.class, AskPayload.class, TransferPayload.class)
                .flatMap(namespace -> Stream.of(namespace.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The outermost elements of ours in a stanza. */
    static List<Element> payloads(Element stanza) {
        if (know(stanza)) {
            return List.of(stanza);
        }
        List<Element> found = new ArrayList<>();
        stanza.children().forEach(child -> found.addAll(payloads(child)));
        return found;
    }
}
