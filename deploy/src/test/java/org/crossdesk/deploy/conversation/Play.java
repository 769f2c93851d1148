package org.crossdesk.deploy.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.bot.script.Actor;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.script.Stage;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.ClientSettings;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.conversation.Theatre.Role;
import org.crossdesk.deploy.demo.Patience;
import org.crossdesk.deploy.demo.Person;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.protocol.Address;

/** One test's stage, with patrons, operators and services that no other test knows. */
final class Play implements AutoCloseable {
    /** How long any one line may take to come true. */
    static final Duration LINE_MAX = Duration.ofSeconds(10);

    /** How long a server, or an operator's duty, may take to be there. */
    static final Duration READY_MAX = Duration.ofSeconds(30);

    /** How long it is watched that something does not happen. */
    static final Duration SILENCE = Duration.ofMillis(500);

    private static final Pattern HANDLE = Pattern.compile("who is (\\S+) to other libraries");

    /** What a script does not see of an operator. */
    private record Backstage(XmppClient client, Duty duty, String handle) {}

    private final Theatre theatre;
    private final Stage stage = new Stage(LINE_MAX);
    private final Map<Operator, Backstage> operators = new HashMap<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    Play(Theatre theatre) {
        this.theatre = theatre;
    }

    Stage stage() {
        return stage;
    }

    Network network() {
        return theatre.network();
    }

    Library library(String domain) {
        return theatre.network().library(domain);
    }

    /** Opens a service of this play's own. */
    Address opens(Opening opening) throws ClientException, InterruptedException {
        String name = "service-" + theatre.next("service");
        theatre.coordinate(opening.domain(), "service", opening.answers(name));
        return Duty.desk(opening.domain()).withLocal(name);
    }

    /** One of the hub's services, which Uppsala, Tehran and Helsinki staff; this play's own from now on. */
    Address hall() {
        int number = theatre.next("hall");
        if (number > Playbill.HALLS) {
            throw new IllegalStateException("all " + Playbill.HALLS + " halls are taken: let the playbill have more");
        }
        return Address.parse(Playbill.hall(number));
    }

    /** Runs a coordinator's command. */
    org.crossdesk.bot.smack.CommandResult coordinate(String domain, String command, Map<String, List<String>> answers)
            throws ClientException, InterruptedException {
        return theatre.coordinate(domain, command, answers);
    }

    /** Somebody of the service's own library who asks there. */
    Patron patron(String name, Address service) throws ClientException {
        String domain = libraryOf(service);
        return patron(name, client(spare(Role.PATRON, domain), domain), service);
    }

    /** Somebody with this client who asks at the service. */
    Patron patron(String name, XmppClient client, Address service) {
        return stage.patron(name, client, service.toString());
    }

    /** Somebody who answers, and is not on duty yet. */
    Operator operator(String name, String domain, Knows knows) throws ClientException, InterruptedException {
        String account = spare(Role.OPERATOR, domain);
        String handle = profile(account, domain, knows);
        return operator(name, client(account, domain), handle);
    }

    /** Somebody who answers with this client, which is that of an operator with this handle. */
    Operator operator(String name, XmppClient client, String handle) {
        Operator operator = stage.operator(name, client);
        operators.put(operator, new Backstage(client, new Duty(client), handle));
        return operator;
    }

    /** Says what an operator knows; returns the handle by which other libraries know them. */
    String profile(String account, String domain, Knows knows) throws ClientException, InterruptedException {
        String note = String.join(
                "\n",
                theatre.coordinate(domain, "profile", knows.answers(account)).notes());
        Matcher handle = HANDLE.matcher(note);
        if (!handle.find()) {
            throw new IllegalStateException("no handle in «" + note + "»");
        }
        return handle.group(1);
    }

    /** An account that nobody else uses. */
    String spare(Role role, String domain) {
        return theatre.spare(role, domain);
    }

    /** An account's client, connected and available until the play is over. */
    XmppClient client(String account, String domain) throws ClientException {
        return client(account, domain, settings -> settings);
    }

    /** An account's client that connects in this way. */
    XmppClient client(String account, String domain, UnaryOperator<ClientSettings> way) throws ClientException {
        ClientSettings settings = Person.of(theatre.network(), account, domain).withReconnect(true);
        XmppClient client = XmppClient.connect(way.apply(settings));
        closesLater(client);
        client.available(null);
        return client;
    }

    /** Goes on duty with one's own client, and waits until the service has noticed. */
    void enters(Operator operator, Address service) throws ClientException, InterruptedException {
        backstage(operator).duty().enter(service);
        awaitOnDuty(operator, service);
    }

    /** Goes on duty by the command of one's own desk, and waits until the service has noticed. */
    void goesOnDuty(Operator operator, Address service) throws ClientException, InterruptedException {
        Duty duty = backstage(operator).duty();
        Patience.until(READY_MAX, () -> duty.command(List.of(service), true));
        awaitOnDuty(operator, service);
    }

    /** Waits until the service counts nobody among those on duty: its staff room hears of it after the operator. */
    void awaitNobodyOnDuty(Address service) throws ClientException, InterruptedException {
        Patience.until(READY_MAX, () -> {
            List<String> listed = onDuty(service);
            if (!listed.isEmpty()) {
                throw new ClientException(listed + " are still on duty at " + service);
            }
            return listed;
        });
    }

    /** Waits until the service counts the operator among those on duty. */
    void awaitOnDuty(Operator operator, Address service) throws ClientException, InterruptedException {
        String wanted = handle(operator).toString();
        Patience.until(READY_MAX, () -> {
            List<String> listed = onDuty(service);
            if (!listed.contains(wanted)) {
                throw new ClientException(
                        operator.name() + ", " + wanted + ", is not on duty at " + service + ", only " + listed);
            }
            return listed;
        });
    }

    /** The handles, {@code ask.DOMAIN/HANDLE}, of those whom the service knows to be on duty. */
    List<String> onDuty(Address service) throws ClientException {
        try {
            return theatre.coordinate(libraryOf(service), "who", Map.of()).items().stream()
                    .filter(row -> row.get("service").contains(service.toString()))
                    .flatMap(row -> row.get("operator").stream())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How other libraries know an operator: {@code ask.DOMAIN/HANDLE}. */
    Address handle(Operator operator) {
        Backstage backstage = backstage(operator);
        return Duty.desk(backstage.client().address().domain()).withResource(backstage.handle());
    }

    Duty duty(Operator operator) {
        return backstage(operator).duty();
    }

    /** The client that a person of the script sits at. */
    XmppClient client(Actor person) {
        return (XmppClient) person.stream();
    }

    private Backstage backstage(Operator operator) {
        Backstage backstage = operators.get(operator);
        if (backstage == null) {
            throw new IllegalArgumentException(operator.name() + " is not of this play");
        }
        return backstage;
    }

    private static String libraryOf(Address service) {
        return service.domain().substring(service.domain().indexOf('.') + 1);
    }

    /** Closes something when the play is over. */
    <T extends AutoCloseable> T closesLater(T resource) {
        toClose.push(resource);
        return resource;
    }

    @Override
    public void close() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }
}
