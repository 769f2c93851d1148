package org.crossdesk.bot.smack;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one client connects. Always with TLS, and only to a server whose certificate comes from the network's CA and
 * names the domain.
 *
 * @param domain the server's XMPP domain
 * @param host where it listens: a name or an address; the domain itself needs no entry in any DNS
 * @param port its client port
 * @param ca the PEM file with the certificate of the network's CA
 * @param login account or anonymous
 * @param resource the resource to ask for; without one the server picks it
 * @param carbons whether to have copies of what other devices of the account send and receive (XEP-0280)
 * @param reconnect whether to come back by itself after a lost link
 * @param receipts whether to answer every request for a receipt (XEP-0184)
 * @param patience how long to wait for the connection, and for every answer of the server
 */
public record ClientSettings(
        String domain,
        String host,
        int port,
        Path ca,
        Login login,
        @Nullable String resource,
        boolean carbons,
        boolean reconnect,
        boolean receipts,
        Duration patience) {
    /** The port of RFC 6120. */
    public static final int DEFAULT_PORT = 5222;

    /** Long enough for a first message over a new server-to-server link with TLS on a loaded machine. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

    private static final int PORT_MAX = 65_535;

    public ClientSettings {
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("port " + port + " is none: 1 to " + PORT_MAX);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be longer than nothing");
        }
    }

    /** An account, with everything else as a quiet client of ours has it: no carbons, no return after a lost link. */
    public static ClientSettings account(String domain, String host, int port, Path ca, String name, String password) {
        return new ClientSettings(
                domain, host, port, ca, new Login.Account(name, password), null, false, false, true, DEFAULT_PATIENCE);
    }

    /** An anonymous client, with everything else as {@link #account} has it. */
    public static ClientSettings anonymous(String domain, String host, int port, Path ca) {
        return new ClientSettings(
                domain, host, port, ca, new Login.Anonymous(), null, false, false, true, DEFAULT_PATIENCE);
    }

    /** The same with this resource. */
    public ClientSettings withResource(String wanted) {
        return new ClientSettings(domain, host, port, ca, login, wanted, carbons, reconnect, receipts, patience);
    }

    /** The same, with copies of what the account's other devices send and receive, or without. */
    public ClientSettings withCarbons(boolean wanted) {
        return new ClientSettings(domain, host, port, ca, login, resource, wanted, reconnect, receipts, patience);
    }

    /** The same, coming back by itself after a lost link, or not. */
    public ClientSettings withReconnect(boolean wanted) {
        return new ClientSettings(domain, host, port, ca, login, resource, carbons, wanted, receipts, patience);
    }

    /** The same, answering requests for a receipt, or not. */
    public ClientSettings withReceipts(boolean wanted) {
        return new ClientSettings(domain, host, port, ca, login, resource, carbons, reconnect, wanted, patience);
    }

    /** The same, waiting this long for every answer. */
    public ClientSettings withPatience(Duration wanted) {
        return new ClientSettings(domain, host, port, ca, login, resource, carbons, reconnect, receipts, wanted);
    }
}
