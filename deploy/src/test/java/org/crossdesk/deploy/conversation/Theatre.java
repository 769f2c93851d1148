package org.crossdesk.deploy.conversation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.CommandResult;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.demo.Patience;
import org.crossdesk.deploy.demo.Person;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.network.NetworkPlan;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.crossdesk.protocol.Address;

/** A started network with people and services to spare, so that each {@link Play} has its own. */
final class Theatre implements AutoCloseable {
    /** Who an account is for. */
    enum Role {
        PATRON(Playbill.PATRONS),
        OPERATOR(Playbill.OPERATORS);

        private final int spare;

        Role(int spare) {
            this.spare = spare;
        }

        String account(int number) {
            return name().toLowerCase(Locale.ROOT) + "-" + number;
        }
    }

    private static final Map<String, String> COORDINATORS = Map.of(
            "uppsala.test", "britta",
            "tehran.test", "reza",
            "helsinki.test", "kaisa",
            "north.test", "karin");

    private final Network network;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<String, XmppClient> coordinators = new ConcurrentHashMap<>();

    private Theatre(Network network) {
        this.network = network;
    }

    /** Starts the network with our plugin from nothing, and makes the hub's spare services. */
    static Theatre open(String name, NetworkPlan plan) throws IOException, ClientException, InterruptedException {
        Theatre theatre = new Theatre(start(name, plan));
        try {
            for (int hall = 1; hall <= Playbill.HALLS; hall++) {
                Address address = Address.parse(Playbill.hall(hall));
                theatre.coordinate(
                        Playbill.HUB, "service", Opening.at(Playbill.HUB).answers(address.local()));
            }
            return theatre;
        } catch (ClientException | InterruptedException | RuntimeException e) {
            theatre.close();
            throw e;
        }
    }

    /** Starts a network with our plugin from nothing. */
    static Network start(String name, NetworkPlan plan) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.locate();
        Path state = project.root().resolve("deploy/target/conversation").resolve(name);
        return Network.prepare(plan, state)
                .on(OpenfireChoice.embedded())
                .plugin(project.pluginJar())
                .fresh()
                .start();
    }

    Network network() {
        return network;
    }

    /** Starts what a play that failed has left dead, so that it fails alone. */
    void clean() throws IOException, InterruptedException {
        for (Library library : network.libraries()) {
            if (!library.isRunning()) {
                library.start();
            }
        }
    }

    /** An account that nobody else uses. */
    String spare(Role role, String domain) {
        int number = next(role + "@" + domain);
        if (number > role.spare) {
            throw new IllegalStateException(
                    "all " + role.spare + " " + role + " accounts are taken: let the playbill have more");
        }
        return role.account(number);
    }

    /** A number that nobody else has, from 1. */
    int next(String kind) {
        return taken.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
    }

    /** Runs a command of a desk as the library's coordinator. */
    CommandResult coordinate(String domain, String command, Map<String, List<String>> answers)
            throws ClientException, InterruptedException {
        return Patience.until(Play.READY_MAX, () -> coordinator(domain).command(Duty.desk(domain), command, answers));
    }

    /** The account of a library's coordinator. */
    static String coordinatorOf(String domain) {
        return java.util.Objects.requireNonNull(COORDINATORS.get(domain));
    }

    private synchronized XmppClient coordinator(String domain) throws ClientException {
        XmppClient client = coordinators.get(domain);
        if (client == null || !client.isOnline()) {
            if (client != null) {
                client.close();
            }
            client = XmppClient.connect(Person.of(network, COORDINATORS.get(domain), domain));
            coordinators.put(domain, client);
        }
        return client;
    }

    @Override
    public void close() {
        coordinators.values().forEach(XmppClient::close);
        network.close();
    }
}
