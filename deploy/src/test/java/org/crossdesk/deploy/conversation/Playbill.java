package org.crossdesk.deploy.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.LibraryPlan;
import org.crossdesk.deploy.network.NetworkPlan;
import org.crossdesk.deploy.openfire.LoopbackAddress;
import org.crossdesk.deploy.openfire.Ports;
import org.crossdesk.deploy.seed.Account;

/** The networks that conversations are played on: the demo's libraries, with accounts and services to spare. */
final class Playbill {
    /** Spare patrons of each library: {@code patron-1} and so on. */
    static final int PATRONS = 130;
    /** Spare operators of each library: {@code operator-1} and so on. */
    static final int OPERATORS = 112;
    /** Spare services of the hub, which all three libraries staff: {@code hall-1@ask.north.test} and so on. */
    static final int HALLS = 36;
    /** The hub's coordinator who is an operator, too. */
    static final String CHIEF = "chief";

    static final String PASSWORD = "theatre";
    static final String HUB = "north.test";

    /** A library of the same authority that Helsinki works with, and nobody else. What its desk says, a test says. */
    static final String STRANGER = "oslo.test";

    static final int PUPPET_PORT = 5275;
    static final String PUPPET_SECRET = "strings";

    private static final String BLOCK = "127.0.16";
    private static final int ROUGH_FIRST = 11;
    private static final int STORY_FIRST = 21;

    private Playbill() {}

    /** The network of most tests. */
    static NetworkPlan shared() {
        List<LibraryPlan> libraries = new ArrayList<>(spare(1).libraries());
        libraries.add(LibraryPlan.of(STRANGER, BLOCK + "." + (libraries.size() + 1), accounts())
                .named("Oslo")
                .with(Map.of(
                        // The plugin keeps away from the name that the puppet takes.
                        "crossdesk.subdomain", "spor",
                        "xmpp.component.socket.active", "true",
                        "xmpp.component.socket.port", Integer.toString(PUPPET_PORT),
                        // As for clients: with more, 4.2 does not listen on Java 9 or later.
                        "xmpp.component.processing.threads", "3",
                        "xmpp.component.defaultSecret", PUPPET_SECRET)));
        return new NetworkPlan(libraries)
                .with(
                        "helsinki.test",
                        Map.of("crossdesk.members", HUB + "," + STRANGER, "crossdesk.patron.form", "name, class!"));
    }

    /** The network of the tests that kill servers; what goes wrong is noticed sooner than by default. */
    static NetworkPlan rough() {
        return spare(ROUGH_FIRST)
                .with(Map.of(
                        "crossdesk.room.ping.seconds", "5",
                        "crossdesk.resend.seconds", "1",
                        "crossdesk.request.timeout.seconds", "5"));
    }

    /** The demo's libraries alone, for the story. */
    static NetworkPlan story() {
        return moved(STORY_FIRST, List.of());
    }

    private static NetworkPlan spare(int first) {
        String staffs = IntStream.rangeClosed(1, HALLS)
                .mapToObj(Playbill::hall)
                .collect(Collectors.joining(",", DemoPlan.HUB_SERVICE + ",", ""));
        NetworkPlan plan = moved(first, List.of(accounts()));
        for (LibraryPlan library : plan.libraries()) {
            if (!library.domain().equals(HUB)) {
                plan = plan.with(library.domain(), Map.of("crossdesk.staffs", staffs));
            }
        }
        // This library hides nothing from the hub's coordinator; the others say how much runs.
        return plan.with("uppsala.test", Map.of("crossdesk.hub.coordinators.see", "transcripts"));
    }

    /** The address of a spare service of the hub. */
    static String hall(int number) {
        return "hall-" + number + "@ask." + HUB;
    }

    private static NetworkPlan moved(int first, List<Account> more) {
        List<LibraryPlan> libraries = new ArrayList<>();
        for (LibraryPlan library : DemoPlan.at(BLOCK).libraries()) {
            List<Account> accounts = new ArrayList<>(library.accounts());
            accounts.addAll(more);
            if (library.domain().equals(HUB)) {
                accounts.add(Account.of(CHIEF, PASSWORD, DemoPlan.OPERATORS, DemoPlan.COORDINATORS));
            }
            libraries.add(new LibraryPlan(
                    library.name(),
                    library.domain(),
                    new LoopbackAddress(BLOCK + "." + (first + libraries.size())),
                    Ports.STANDARD,
                    accounts,
                    library.properties()));
        }
        return new NetworkPlan(libraries);
    }

    private static Account[] accounts() {
        List<Account> accounts = new ArrayList<>();
        IntStream.rangeClosed(1, PATRONS)
                .forEach(number -> accounts.add(Account.of(Theatre.Role.PATRON.account(number), PASSWORD)));
        IntStream.rangeClosed(1, OPERATORS)
                .forEach(number ->
                        accounts.add(Account.of(Theatre.Role.OPERATOR.account(number), PASSWORD, DemoPlan.OPERATORS)));
        return accounts.toArray(Account[]::new);
    }
}
