package org.crossdesk.deploy.openfire;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The properties every library's server is given. Servers believe each other by mutual TLS and SASL EXTERNAL alone
 * (XEP-0178), clients must use TLS, nobody can register, and only the ports of the plan are opened.
 */
public final class OpenfireSettings {
    /** Where other servers are, as {@link #dnsOverride} writes it. */
    public static final String DNS_OVERRIDE = "dnsutil.dnsOverride";

    /** Where the servers of the network are: by server name, {@code address:port}. */
    private final Map<String, String> whereabouts;

    /** For a network with these servers. */
    public OpenfireSettings(Map<String, String> whereabouts) {
        this.whereabouts = Map.copyOf(whereabouts);
    }

    /** The properties of one server, for the caller to add to. */
    public Map<String, String> forServer(String domain, Ports ports) {
        Map<String, String> all = new TreeMap<>();
        all.put("xmpp.domain", domain);
        all.put(DNS_OVERRIDE, dnsOverride(whereabouts));
        addClientSide(all, ports);
        addServerSide(all, ports);
        closeTheRest(all);
        return all;
    }

    private void addClientSide(Map<String, String> all, Ports ports) {
        all.put("xmpp.socket.plain.port", String.valueOf(ports.client()));
        all.put("xmpp.client.tls.policy", "required");
        // More than three, and 4.2 never listens on Java 9 or later.
        all.put("xmpp.client.processing.threads", "3");
        all.put("xmpp.auth.anonymous", "true");
        all.put("sasl.mechs", "SCRAM-SHA-1,ANONYMOUS,EXTERNAL");
        all.put("user.scramHashedPasswordOnly", "true");
        all.put("register.inband", "false");
        all.put("register.password", "false");
        // Otherwise two small writes in a row to one client cost it 40 ms.
        all.put("xmpp.socket.tcp-nodelay", "true");
        all.put("httpbind.enabled", "true");
        all.put("httpbind.port.plain", String.valueOf(ports.web()));
        all.put("httpbind.port.secure", "-1");
    }

    private void addServerSide(Map<String, String> all, Ports ports) {
        all.put("xmpp.server.socket.port", String.valueOf(ports.server()));
        all.put("xmpp.server.tls.enabled", "true");
        all.put("xmpp.server.tls.policy", "required");
        all.put("xmpp.server.dialback.enabled", "false");
        all.put("xmpp.server.cert.policy", "needed");
        all.put("xmpp.server.certificate.accept-selfsigned", "false");
        all.put("xmpp.server.allow-anonymous-outbound-data", "true");
        // Handshakes of Openfire 4.2 with TLS 1.3 hang: between servers always, with clients often.
        all.put("xmpp.socket.ssl.protocols", "TLSv1.2");
        all.put("xmpp.socket.ssl.client.protocols", "TLSv1.2");
    }

    private static void closeTheRest(Map<String, String> all) {
        all.put("xmpp.socket.ssl.active", "false");
        all.put("xmpp.component.socket.active", "false");
        all.put("xmpp.component.ssl.active", "false");
        all.put("xmpp.multiplex.socket.active", "false");
        all.put("xmpp.multiplex.ssl.active", "false");
        all.put("xmpp.proxy.enabled", "false");
        all.put("flash.crossdomain.enabled", "false");
        all.put("update.service-enabled", "false");
    }

    /** Openfire asks no name server for a name that stands here. It matches whole names only. */
    public static String dnsOverride(Map<String, String> whereabouts) {
        return new TreeMap<>(whereabouts)
                .entrySet().stream()
                        .map(server -> "{" + server.getKey() + "," + server.getValue() + "}")
                        .collect(Collectors.joining(","));
    }
}
