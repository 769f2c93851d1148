package org.crossdesk.deploy.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.bot.assistant.Assistant;
import org.crossdesk.bot.assistant.AssistantSettings;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.deploy.network.DemoPlan;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.protocol.Address;

/** The demo's operators, so that a person can be the patron at once. */
public final class DemoBots implements AutoCloseable {
    /** How long it may take until the staff rooms are open to them. */
    private static final Duration ADMITTED_MAX = Duration.ofSeconds(30);

    private final List<Assistant> bots = new ArrayList<>();

    private DemoBots() {}

    /** Puts an operator of each library on duty, at the own desk and at the hub's service. */
    public static DemoBots start(Network network) throws ClientException, InterruptedException {
        DemoBots bots = new DemoBots();
        try {
            bots.add(network, "astrid", "Astrid", "uppsala.test", List.of("sv", "en"), AssistantSettings.Duty.ROOM);
            bots.add(network, "leila", "Leila", "tehran.test", List.of("fa", "en"), AssistantSettings.Duty.ROOM);
            bots.add(
                    network,
                    "aino",
                    "Aino",
                    "helsinki.test",
                    List.of("fi", "sv", "en"),
                    AssistantSettings.Duty.COMMAND);
            return bots;
        } catch (ClientException | RuntimeException e) {
            bots.close();
            throw e;
        }
    }

    private void add(
            Network network,
            String account,
            String name,
            String domain,
            List<String> languages,
            AssistantSettings.Duty way)
            throws ClientException, InterruptedException {
        AssistantSettings settings = AssistantSettings.of(
                        Person.of(network, account, domain).withReconnect(true),
                        name,
                        network.library(domain).plan().name(),
                        languages,
                        List.of(Address.parse("desk@ask." + domain), Address.parse(DemoPlan.HUB_SERVICE)))
                .by(way);
        bots.add(Patience.until(ADMITTED_MAX, () -> Assistant.start(settings)));
    }

    @Override
    public void close() {
        bots.forEach(Assistant::close);
        bots.clear();
    }
}
