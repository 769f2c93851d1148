package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.demo.Patience;
import org.crossdesk.deploy.demo.Person;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.LibraryPlan;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.network.NetworkPlan;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.crossdesk.deploy.seed.Account;
import org.crossdesk.deploy.wire.WireClient;
import org.crossdesk.protocol.Address;

/** A network whose people are benchmarks' clients, with bounds that let them do what they want. */
final class BenchNetwork implements AutoCloseable {
    /** The first library. */
    static final String HOME = "home.test";
    /** The other library. */
    static final String AWAY = "away.test";
    /** A library whose server has TCP's Nagle algorithm at work. */
    static final String NAGLE = "nagle.test";

    private static final String BLOCK = "127.0.20";
    private static final String PASSWORD = "bench";
    private static final Duration READY_MAX = Duration.ofSeconds(60);
    /** Neither memory nor a slow compiler is to be measured. */
    private static final List<String> JAVA = List.of("-Xms1g", "-Xmx1g", "-Xmn512m", "-XX:TieredStopAtLevel=4");

    private static final Duration QUIET_CHECK = Duration.ofMillis(500);
    /** A server that uses less than one part in so many of a core is at rest. */
    private static final int QUIET_SHARE = 5;

    private final Network network;
    private final List<WireClient> clients = new ArrayList<>();

    private BenchNetwork(Network network) {
        this.network = network;
    }

    /** How many people a library has, and how many sessions an operator may have. */
    record Staff(String domain, int patrons, int operators, int capacity) {}

    static BenchNetwork start(String name, List<Staff> staffs) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.locate();
        List<LibraryPlan> libraries = new ArrayList<>();
        for (Staff staff : staffs) {
            libraries.add(library(staff, BLOCK + "." + (libraries.size() + 1), staffs));
        }
        Path state = project.root().resolve(".crossdesk/bench-" + name);
        return new BenchNetwork(Network.prepare(new NetworkPlan(libraries), state)
                .on(OpenfireChoice.embedded(JAVA))
                .plugin(project.pluginJar())
                .fresh()
                .start());
    }

    private static LibraryPlan library(Staff staff, String address, List<Staff> all) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(Account.of("coordinator", PASSWORD, DemoPlan.COORDINATORS));
        for (int i = 1; i <= staff.patrons(); i++) {
            accounts.add(Account.of("patron" + i, PASSWORD));
        }
        for (int i = 1; i <= staff.operators(); i++) {
            accounts.add(Account.of("operator" + i, PASSWORD, DemoPlan.OPERATORS));
        }
        String members = String.join(
                ",",
                all.stream()
                        .map(Staff::domain)
                        .filter(other -> !other.equals(staff.domain()))
                        .toList());
        Map<String, String> properties = new HashMap<>();
        properties.put("crossdesk.members", members);
        properties.put("crossdesk.sessions.per.operator.default", Integer.toString(staff.capacity()));
        properties.put("crossdesk.sessions.open.max", "20000");
        properties.put("crossdesk.questions.per.service.max", "10000");
        properties.put("crossdesk.session.lines.max", "50000");
        properties.put("crossdesk.session.bytes.max", "6000000");
        properties.put("crossdesk.patron.grace.seconds", "86400");
        // The benchmarks' clients speak without TLS; coordinators still use it.
        properties.put("xmpp.client.tls.policy", "optional");
        properties.put("sasl.mechs", "PLAIN,SCRAM-SHA-1,ANONYMOUS,EXTERNAL");
        properties.put(
                "xmpp.socket.tcp-nodelay", Boolean.toString(!staff.domain().equals(NAGLE)));
        return LibraryPlan.of(staff.domain(), address, accounts.toArray(new Account[0]))
                .with(properties);
    }

    Network network() {
        return network;
    }

    Library library(String domain) {
        return network.library(domain);
    }

    static String desk(String domain) {
        return "desk@ask." + domain;
    }

    /** Opens a library's own service, which rolls up at once where nobody is on duty. */
    void service(String domain, String parent) throws ClientException, InterruptedException {
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("name", List.of("desk"));
        answers.put("titles", List.of("Desk"));
        answers.put("parent", List.of(parent));
        answers.put("own-seconds", List.of("30"));
        answers.put("parent-seconds", List.of("60"));
        answers.put("ring-seconds", List.of("60"));
        try (XmppClient client = XmppClient.connect(Person.of(network, "coordinator", domain))) {
            Patience.until(READY_MAX, () -> client.command(Duty.desk(domain), "service", answers));
        }
    }

    /** Waits until no server works any more: what was before is not to be measured. */
    void quiet() {
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        Map<Library, Duration> used = new HashMap<>();
        while (true) {
            Load.pause(QUIET_CHECK);
            boolean quiet = true;
            for (Library library : network.libraries()) {
                Duration now = ProcessHandle.of(library.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow(() -> new BenchException("the system doesn't tell how much a process has worked"));
                Duration before = used.put(library, now);
                quiet &= before != null
                        && now.minus(before).multipliedBy(QUIET_SHARE).compareTo(QUIET_CHECK) < 0;
            }
            if (quiet) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new BenchException("the servers do not come to rest within " + READY_MAX.toSeconds() + " s");
            }
        }
    }

    Writer patron(String domain, int number) {
        return new Writer(client(domain, "patron" + number));
    }

    /** An operator on duty at the library's own desk. */
    Answerer operator(String domain, int number) throws ClientException, InterruptedException {
        String name = "operator" + number;
        Answerer operator = new Answerer(client(domain, name));
        // Not available itself: an offer that goes to this client would be lost when it leaves.
        try (XmppClient client = XmppClient.connect(Person.of(network, name, domain))) {
            Duty duty = new Duty(client);
            Patience.until(READY_MAX, () -> duty.command(List.of(Address.parse(desk(domain))), true));
        }
        return operator;
    }

    WireClient client(String domain, String name) {
        Library library = library(domain);
        Account account = library.plan().accounts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        WireClient client = WireClient.connect(library, account);
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(WireClient::close);
        network.close();
    }
}
