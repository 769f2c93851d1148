package org.crossdesk.runtime;

import java.util.stream.Collectors;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.jspecify.annotations.Nullable;

/** Payloads as a person would tell of them who follows a simulation. */
final class InWords {
    private InWords() {}

    static String of(@Nullable Payload payload) {
        if (payload == null) {
            return "done";
        }
        if (payload instanceof Say say) {
            return "say " + say.number() + " of epoch " + say.epoch() + " \"" + say.body() + "\"";
        }
        if (payload instanceof Ack ack) {
            return "has kept up to " + ack.upTo() + " in epoch " + ack.epoch();
        }
        if (payload instanceof Relay relay) {
            return "relay in epoch " + relay.epoch() + ": "
                    + relay.utterances().stream().map(InWords::line).collect(Collectors.joining(", "));
        }
        if (payload instanceof Owned owned) {
            return "owns it in epoch " + owned.epoch();
        }
        if (payload instanceof Released released) {
            return "epoch " + released.epoch() + " is over (" + released.reason() + "), taken up to "
                    + released.lastNumber();
        }
        if (payload instanceof SayRefused refused) {
            return "say " + refused.number() + " of epoch " + refused.epoch() + " is refused";
        }
        if (payload instanceof Accept accept) {
            return accept.handle() + " accepts by " + accept.question().value();
        }
        return payload.getClass().getSimpleName();
    }

    private static String line(Utterance utterance) {
        return utterance.seq()
                + (utterance.own() == null ? " \"" + utterance.body() + "\"" : " (own " + utterance.own() + ")");
    }
}
