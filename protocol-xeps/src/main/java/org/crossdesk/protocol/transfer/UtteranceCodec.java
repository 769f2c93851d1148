package org.crossdesk.protocol.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;
import org.jspecify.annotations.Nullable;

/** The lines of a relay. Session Transfer, section "Relaying". */
final class UtteranceCodec {
    private static final String UTTERANCE = "utterance";

    private UtteranceCodec() {}

    static Element encode(Utterance utterance) {
        Long own = utterance.own();
        Element.Builder out = Element.named(UTTERANCE, TransferCodec.NAMESPACE)
                .attribute("seq", utterance.seq())
                .attribute("at", utterance.at())
                .attribute("speaker", utterance.speaker())
                .attribute("own", own == null ? null : own.toString());
        return encode(utterance.extras(), out).text(utterance.body()).build();
    }

    static Element.Builder encode(@Nullable Extras extras, Element.Builder out) {
        if (extras == null) {
            return out;
        }
        Long corrects = extras.corrects();
        return out.attribute("corrects", corrects == null ? null : corrects.toString())
                .attribute("link", extras.link());
    }

    static @Nullable Extras decodeExtras(ElementReader in) throws DecodingException {
        Long corrects = in.optionalNumber("corrects", 1, Long.MAX_VALUE);
        String link = in.optional("link");
        if (link != null && !Extras.isLink(link)) {
            throw new DecodingException("'link' of <utterance/> or <say/> is no address of http or https");
        }
        return Extras.of(corrects, link);
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
        Extras extras = decodeExtras(in);
        String body = in.text();
        return in.finish(() -> new Utterance(seq, at, speaker, own, body, extras));
    }
}
