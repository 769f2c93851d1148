package org.crossdesk.deploy.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.seed.Account;

/** What the demo shows once the network is up. */
final class DemoScreen {
    private static final String LIBRARY_ROW = "  %-12s %-14s %-12s %-8s %-8s %s%n";
    private static final String ACCOUNT_ROW = "  %-22s %-11s %s%n";

    private DemoScreen() {}

    static void print(PrintWriter out, Network network, LibrarySite site, long startNanoseconds) {
        out.printf("The network is up, after %.1f s.%n%n", startNanoseconds / (double) TimeUnit.SECONDS.toNanos(1));
        out.printf(LIBRARY_ROW, "LIBRARY", "XMPP DOMAIN", "ADDRESS", "CLIENTS", "SERVERS", "WEBSOCKET, BOSH");
        for (Library library : network.libraries()) {
            out.printf(
                    LIBRARY_ROW,
                    library.plan().name(),
                    library.domain(),
                    library.address(),
                    library.ports().client(),
                    library.ports().server(),
                    library.ports().web());
        }
        out.println();
        out.printf(ACCOUNT_ROW, "ACCOUNT", "PASSWORD", "WHO");
        for (Library library : network.libraries()) {
            for (Account account : library.plan().accounts()) {
                out.printf(
                        ACCOUNT_ROW, account.name() + "@" + library.domain(), account.password(), account.fullName());
            }
        }
        Library first = network.libraries().get(0);
        Account patron = first.plan().accounts().get(0);
        Account operator = first.plan().accounts().stream()
                .filter(account -> account.groups().contains(DemoPlan.OPERATORS))
                .findFirst()
                .orElseThrow();
        Library last = network.libraries().get(network.libraries().size() - 1);
        out.println();
        out.println("In a browser on this machine:");
        out.println("  " + site.address() + "  a library's own site, with the patron's widget (?lang=fa: in Persian)");
        out.println("  " + LibrarySite.page(first, "desk") + "  the patron's page alone");
        out.println("  " + LibrarySite.console(first) + "  the operators' console: log in as " + operator.name());
        out.println("  " + LibrarySite.board(last) + "  the coordinators' board: log in as "
                + last.plan().accounts().get(0).name());
        out.println();
        out.println("With any XMPP client: log in with one of these accounts, and give the client the library's");
        out.println("address and port, since no name server knows these domains. Trust the network's own authority:");
        out.println("  " + network.authorityPem());
        out.printf(
                "For example: profanity, then  /connect %s@%s server %s port %d tls trust%n",
                patron.name(), first.domain(), first.address(), first.ports().client());
        out.printf("Ask a question by a message to  desk@ask.%s%n", first.domain());
        out.println();
        out.println("Logs: " + network.stateFolder().resolve("logs"));
        out.println("Ctrl-C stops everything.");
    }
}
