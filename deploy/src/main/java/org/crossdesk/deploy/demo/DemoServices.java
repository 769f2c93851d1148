package org.crossdesk.deploy.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.protocol.Address;

/** Sets the network up as its coordinators would: by the ad-hoc commands of their desks. */
public final class DemoServices {
    /** How long a server may take from its start until its desk answers. */
    private static final Duration READY_MAX = Duration.ofSeconds(30);

    private final Network network;
    private final int ownSeconds;
    private final int parentSeconds;
    private final int ringSeconds;

    /** A set-up with these times for the steps. */
    public DemoServices(Network network, int ownSeconds, int parentSeconds, int ringSeconds) {
        this.network = network;
        this.ownSeconds = ownSeconds;
        this.parentSeconds = parentSeconds;
        this.ringSeconds = ringSeconds;
    }

    /** Makes the hub's service, names it the parent of every local desk, and says what the operators know. */
    public void setUp() throws ClientException, InterruptedException {
        service("karin", "north.test", "ask-north", List.of("Ask North", "sv=Fråga Norden", "fa=از شمال بپرس"), "-");
        desk("britta", "uppsala.test", "Uppsala Library: printers need a card from the desk, opening hours 9 to 20.");
        desk("reza", "tehran.test", "Tehran University Library: loans need a student number.");
        desk("kaisa", "helsinki.test", "Helsinki Library: everybody may borrow.");
        profile("britta", "uppsala.test", "astrid", List.of("sv native", "en C1"), List.of("history:2"));
        profile("reza", "tehran.test", "leila", List.of("fa native", "en C1"), List.of("literature:3"));
        profile("kaisa", "helsinki.test", "aino", List.of("fi native", "sv C1", "en C1"), List.of("law:3"));
    }

    private void desk(String coordinator, String domain, String policy) throws ClientException, InterruptedException {
        Map<String, List<String>> answers = times();
        answers.put("name", List.of("desk"));
        answers.put("parent", List.of(DemoPlan.HUB_SERVICE));
        answers.put("policy", List.of(policy));
        run(coordinator, domain, "service", answers);
    }

    private void service(String coordinator, String domain, String name, List<String> titles, String parent)
            throws ClientException, InterruptedException {
        Map<String, List<String>> answers = times();
        answers.put("name", List.of(name));
        answers.put("titles", titles);
        answers.put("parent", List.of(parent));
        run(coordinator, domain, "service", answers);
    }

    private Map<String, List<String>> times() {
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("own-seconds", List.of(Integer.toString(ownSeconds)));
        answers.put("parent-seconds", List.of(Integer.toString(parentSeconds)));
        answers.put("ring-seconds", List.of(Integer.toString(ringSeconds)));
        return answers;
    }

    private void profile(
            String coordinator, String domain, String account, List<String> languages, List<String> subjects)
            throws ClientException, InterruptedException {
        run(
                coordinator,
                domain,
                "profile",
                Map.of("account", List.of(account), "languages", languages, "subjects", subjects));
    }

    private void run(String coordinator, String domain, String command, Map<String, List<String>> answers)
            throws ClientException, InterruptedException {
        Address desk = Duty.desk(domain);
        try (XmppClient client = XmppClient.connect(Person.of(network, coordinator, domain))) {
            Patience.until(READY_MAX, () -> client.command(desk, command, answers));
        }
    }
}
