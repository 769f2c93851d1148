package org.crossdesk.protocol.transfer;

import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.session.SessionId;

/** What the namespace {@code urn:xmpp:session-transfer:0} puts into stanzas. */
public sealed interface TransferPayload extends Payload
        permits Accept,
                Owned,
                Relay,
                Ack,
                Say,
                SayRefused,
                TransferRequest,
                TransferCancel,
                TransferRefused,
                CloseRequest,
                Released {
    /** One method a kind, so that a new kind breaks the build where it is not handled. */
    interface Visitor<R> {
        R acceptance(Accept accept);

        R owned(Owned owned);

        R relay(Relay relay);

        R ack(Ack ack);

        R say(Say say);

        R sayRefused(SayRefused refused);

        R transferRequest(TransferRequest request);

        R transferCancel(TransferCancel cancel);

        R transferRefused(TransferRefused refused);

        R closeRequest(CloseRequest request);

        R released(Released released);
    }

    /** The session it belongs to. */
    SessionId session();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);
}
