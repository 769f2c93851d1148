package org.crossdesk.protocol.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/** The lines of an answer to a recall, the same in both namespaces that have them. */
public final class RecalledLineCodec {
    private static final String SAID = "said";

    private RecalledLineCodec() {}

    /** Adds them. */
    public static Element.Builder encode(Element.Builder out, String namespace, List<RecalledLine> lines) {
        lines.forEach(line -> out.child(Element.named(SAID, namespace)
                .attribute("seq", line.seq())
                .attribute("at", line.at())
                .attribute("by", line.by())
                .flag("own", line.own())
                .text(line.body())
                .build()));
        return out;
    }

    /** Reads them. */
    public static List<RecalledLine> decode(ElementReader of, String namespace) throws DecodingException {
        List<RecalledLine> lines = new ArrayList<>();
        for (Element element : of.children(SAID, namespace, 0, Bounds.RELAY_MAX_UTTERANCES)) {
            ElementReader in = ElementReader.of(element);
            long seq = in.number("seq", 1, Long.MAX_VALUE);
            Instant at = in.instant("at");
            Speaker by = in.keyword("by", Speaker.class);
            boolean own = in.optionalFlag("own");
            String body = in.text();
            lines.add(in.finish(() -> new RecalledLine(seq, at, by, own, body)));
        }
        return lines;
    }
}
