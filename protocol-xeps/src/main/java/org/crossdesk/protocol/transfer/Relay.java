package org.crossdesk.protocol.transfer;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.xml.Element;

/** The home desk hands utterances to the owner's desk, in order: the transcript first, then what is said. */
public record Relay(SessionId session, long epoch, List<Utterance> utterances) implements TransferPayload {
    public Relay {
        Bounds.range("epoch", epoch, 1, Long.MAX_VALUE);
        utterances = Bounds.list("utterances", utterances, Bounds.RELAY_MAX_UTTERANCES);
        if (utterances.isEmpty()) {
            throw new IllegalArgumentException("a relay without utterances");
        }
        Bounds.range("characters of all bodies", chars(utterances), 0, Bounds.RELAY_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return TransferCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.relay(this);
    }

    private static int chars(List<Utterance> utterances) {
        return utterances.stream()
                .map(Utterance::body)
                .mapToInt(body -> body.codePointCount(0, body.length()))
                .sum();
    }
}
