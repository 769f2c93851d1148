package org.crossdesk.protocol.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/** The lines of a relay. Session Transfer, section "Relaying". */
final class UtteranceCodec {
    private static final String UTTERANCE = "utterance";

    private UtteranceCodec() {}

    static Element encode(Utterance utterance) {
        Long own = utterance.own();
        return Element.named(UTTERANCE, TransferCodec.NAMESPACE)
                .attribute("seq", utterance.seq())
                .attribute("at", utterance.at())
                .attribute("speaker", utterance.speaker())
                .attribute("own", own == null ? null : own.toString())
                .text(utterance.body())
                .build();
    }

    static List<Utterance> decodeAll(ElementReader relay) throws DecodingException {
        List<Utterance> utterances = new ArrayList<>();
        for (Element element : relay.children(UTTERANCE, TransferCodec.NAMESPACE, 1, Bounds.RELAY_MAX_UTTERANCES)) {
            utterances.add(decode(ElementReader.of(element)));
        }
        return utterances;
    }

    private static Utterance decode(ElementReader in) throws DecodingException {
        long seq = in.number("seq", 1, Long.MAX_VALUE);
        Instant at = in.instant("at");
        Speaker speaker = in.keyword("speaker", Speaker.class);
        Long own = in.optionalNumber("own", 1, Long.MAX_VALUE);
        String body = in.text();
        return in.finish(() -> new Utterance(seq, at, speaker, own, body));
    }
}
