package org.crossdesk.deploy.openfire;

import java.util.List;
import java.util.stream.Stream;

/** The domains under which one library's server is reached. */
public final class ServerNames {
    private static final List<String> SUBDOMAINS = List.of("ask", "conference", "pubsub", "search", "proxy");

    private ServerNames() {}

    /** The domain itself and those of its services. */
    public static List<String> of(String domain) {
        return Stream.concat(Stream.of(domain), SUBDOMAINS.stream().map(sub -> sub + "." + domain))
                .toList();
    }

    /** What its certificate is made out to: each name, and any other subdomain. */
    public static List<String> forCertificate(String domain) {
        return Stream.concat(of(domain).stream(), Stream.of("*." + domain)).toList();
    }
}
