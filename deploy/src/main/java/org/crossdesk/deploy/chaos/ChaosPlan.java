package org.crossdesk.deploy.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.LibraryPlan;
import org.crossdesk.deploy.network.NetworkPlan;
import org.crossdesk.deploy.openfire.OpenfireSettings;
import org.crossdesk.deploy.openfire.ServerNames;
import org.crossdesk.deploy.seed.Account;

/** Three libraries and a hub, each of which reaches each other through a {@link FaultyLink} of its own. */
final class ChaosPlan implements AutoCloseable {
    /** Where the patrons ask. */
    static final String HOME = "uppsala.test";
    /** Where the operators are. */
    static final List<String> AWAY = List.of("tehran.test", "helsinki.test");
    /** Who brings them together. */
    static final String HUB = "north.test";

    static final String PASSWORD = "chaos";
    /** More than enough for all sessions at both libraries. */
    static final int SESSIONS_PER_OPERATOR = 10;

    private static final String SERVERS = "127.0.22.";
    private static final String LINKS = "127.0.23.";
    private static final int SERVER_PORT = 5269;

    /** From one server to another. */
    record Way(String from, String to) {}

    private final NetworkPlan plan;
    private final Map<Way, FaultyLink> links;

    private ChaosPlan(NetworkPlan plan, Map<Way, FaultyLink> links) {
        this.plan = plan;
        this.links = links;
    }

    /** Opens the links, so that the network can be started. */
    static ChaosPlan of(int patrons, int operators) throws IOException {
        List<String> domains = new ArrayList<>(List.of(HOME));
        domains.addAll(AWAY);
        domains.add(HUB);
        Map<Way, FaultyLink> links = new LinkedHashMap<>();
        List<LibraryPlan> libraries = new ArrayList<>();
        for (String domain : domains) {
            Map<String, String> whereabouts = new TreeMap<>();
            for (String other : domains) {
                String address = SERVERS + (domains.indexOf(other) + 1);
                if (!other.equals(domain)) {
                    String link = LINKS + (10 * (domains.indexOf(domain) + 1) + domains.indexOf(other) + 1);
                    links.put(
                            new Way(domain, other),
                            new FaultyLink(
                                    new InetSocketAddress(link, SERVER_PORT),
                                    new InetSocketAddress(address, SERVER_PORT)));
                    address = link;
                }
                for (String name : ServerNames.of(other)) {
                    whereabouts.put(name, address + ":" + SERVER_PORT);
                }
            }
            libraries.add(library(domain, SERVERS + (domains.indexOf(domain) + 1), patrons, operators)
                    .with(Map.of(OpenfireSettings.DNS_OVERRIDE, OpenfireSettings.dnsOverride(whereabouts))));
        }
        return new ChaosPlan(new NetworkPlan(libraries), links);
    }

    private static LibraryPlan library(String domain, String address, int patrons, int operators) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(Account.of("coordinator", PASSWORD, DemoPlan.COORDINATORS));
        for (int i = 1; i <= (domain.equals(HUB) ? 0 : patrons); i++) {
            accounts.add(Account.of("patron" + i, PASSWORD));
        }
        for (int i = 1; i <= (AWAY.contains(domain) ? operators : 0); i++) {
            accounts.add(Account.of("operator" + i, PASSWORD, DemoPlan.OPERATORS));
        }
        Map<String, String> properties = new TreeMap<>();
        if (domain.equals(HUB)) {
            properties.put("crossdesk.members", HOME + "," + String.join(",", AWAY));
        } else {
            properties.put("crossdesk.members", HUB);
            properties.put("crossdesk.staffs", DemoPlan.HUB_SERVICE);
        }
        properties.put("crossdesk.sessions.per.operator.default", Integer.toString(SESSIONS_PER_OPERATOR));
        properties.put("crossdesk.session.lines.max", "50000");
        properties.put("crossdesk.session.bytes.max", "6000000");
        // The people's clients speak without TLS, the servers with each other never.
        properties.put("xmpp.client.tls.policy", "optional");
        properties.put("sasl.mechs", "PLAIN,SCRAM-SHA-1,ANONYMOUS,EXTERNAL");
        return LibraryPlan.of(domain, address, accounts.toArray(new Account[0])).with(properties);
    }

    NetworkPlan network() {
        return plan;
    }

    /** Every link, by its way. */
    Map<Way, FaultyLink> links() {
        return links;
    }

    @Override
    public void close() {
        links.values().forEach(FaultyLink::close);
    }
}
