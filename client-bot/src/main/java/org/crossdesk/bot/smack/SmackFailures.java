package org.crossdesk.bot.smack;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StreamOpen;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jspecify.annotations.Nullable;

/** What goes wrong in Smack, as failures of ours whose words a person can act on. */
final class SmackFailures {
    private static final String TEXT = "text";

    private SmackFailures() {}

    /** Reads the error of a stanza, if it has one. */
    static @Nullable StanzaFailure read(@Nullable StanzaError error) {
        return error == null ? null : new StanzaFailure(error.getCondition().toString(), text(error));
    }

    private static @Nullable String text(StanzaError error) {
        String text = error.getDescriptiveText();
        if (text != null) {
            return text.isEmpty() ? null : text;
        }
        // Errors that crossed some servers have lost the namespace of their text, so Smack does not know it.
        ExtensionElement lost = error.getExtension(TEXT, StreamOpen.CLIENT_NAMESPACE);
        return lost instanceof StandardExtensionElement element ? element.getText() : null;
    }

    /** What Smack threw while {@code what} was done. */
    static ClientException of(String what, Exception thrown) {
        if (thrown instanceof XMPPException.XMPPErrorException refusal) {
            StanzaFailure failure = read(refusal.getStanzaError());
            if (failure != null) {
                return new RefusedException(what, failure, thrown);
            }
        }
        return new ClientException(what + ": " + reason(thrown), thrown);
    }

    private static String reason(Exception thrown) {
        if (thrown instanceof SASLErrorException login) {
            return "the login was refused (" + login.getSASLFailure().getSASLErrorString() + ")";
        }
        if (thrown instanceof SmackException.NoResponseException) {
            return "no answer in time";
        }
        if (thrown instanceof SmackException.NotConnectedException) {
            return "the connection is lost";
        }
        if (thrown instanceof SmackException.EndpointConnectionException endpoints) {
            // Smack lists every endpoint with its own words; there is one, and the cause says it shortly.
            return endpoints.getConnectionExceptions().stream()
                    .map(endpoint -> transport(endpoint.getException()))
                    .findFirst()
                    .orElse("nothing listens there");
        }
        return transport(thrown);
    }

    private static String transport(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return "the server's certificate does not come from this network's authority";
            }
            if (cause instanceof CertificateException && cause.getCause() == null) {
                return "the server's certificate is not for this domain";
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return "nothing listens there";
            }
            if (cause instanceof SocketTimeoutException) {
                return "no answer in time";
            }
        }
        return String.valueOf(thrown.getMessage());
    }
}
