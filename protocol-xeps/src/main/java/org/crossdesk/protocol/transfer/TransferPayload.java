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
                Joined,
                Leave,
                Drop,
                Absence,
                Activity,
                Displayed,
                RecallRequest,
                Recalled,
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

        R joined(Joined joined);

        R leave(Leave leave);

        R drop(Drop drop);

        R absence(Absence absence);

        R activity(Activity activity);

        R displayed(Displayed displayed);

        R recallRequest(RecallRequest request);

        R recalled(Recalled recalled);

        R released(Released released);
    }

    /** What an operator's desk says to a home desk. */
    interface AtHome<R> extends Visitor<R> {
        /** It goes the other way. */
        R misdirected(TransferPayload payload);

        @Override
        default R owned(Owned payload) {
            return misdirected(payload);
        }

        @Override
        default R joined(Joined payload) {
            return misdirected(payload);
        }

        @Override
        default R relay(Relay payload) {
            return misdirected(payload);
        }

        @Override
        default R sayRefused(SayRefused payload) {
            return misdirected(payload);
        }

        @Override
        default R transferRefused(TransferRefused payload) {
            return misdirected(payload);
        }

        @Override
        default R recalled(Recalled payload) {
            return misdirected(payload);
        }

        @Override
        default R released(Released payload) {
            return misdirected(payload);
        }
    }

    /** What a home desk says to an operator's desk. */
    interface AtOperator<R> extends Visitor<R> {
        /** It goes the other way. */
        R misdirected(TransferPayload payload);

        @Override
        default R acceptance(Accept payload) {
            return misdirected(payload);
        }

        @Override
        default R ack(Ack payload) {
            return misdirected(payload);
        }

        @Override
        default R say(Say payload) {
            return misdirected(payload);
        }

        @Override
        default R transferRequest(TransferRequest payload) {
            return misdirected(payload);
        }

        @Override
        default R transferCancel(TransferCancel payload) {
            return misdirected(payload);
        }

        @Override
        default R closeRequest(CloseRequest payload) {
            return misdirected(payload);
        }

        @Override
        default R leave(Leave payload) {
            return misdirected(payload);
        }

        @Override
        default R drop(Drop payload) {
            return misdirected(payload);
        }

        @Override
        default R recallRequest(RecallRequest payload) {
            return misdirected(payload);
        }

        @Override
        default R absence(Absence payload) {
            return misdirected(payload);
        }
    }

    /** The session it belongs to. */
    SessionId session();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);
}
