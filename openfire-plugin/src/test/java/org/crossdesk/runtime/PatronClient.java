package org.crossdesk.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Finish;

/** A patron's client: says one thing after the other, each until the desk confirms that it is kept. */
final class PatronClient implements Network.Client, Audit.Patron {
    private static final Duration RETRY = Duration.ofSeconds(6);
    private static final Duration RECONNECT = Duration.ofMillis(100);

    private record Words(String id, String body) {}

    private final Network network;
    private final Library library;
    private final Service service;
    private final Address address;
    private final Deque<Words> unsaid = new ArrayDeque<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Address> heardFrom = new ArrayList<>();
    private int count;

    PatronClient(Network network, Library library, Service service, Address address) {
        this.network = network;
        this.library = library;
        this.service = service;
        this.address = address;
        network.logsIn(library, address, this);
    }

    @Override
    public void writes(String body) {
        unsaid.add(new Words(address.resource() + count++, body));
        if (unsaid.size() == 1) {
            send();
        }
    }

    /** Ends the conversation, if they can be heard now. */
    void ends() {
        if (network.connected(address)) {
            library.desk()
                    .patronFinished(
                            new Asker(address, service.address(), "finish" + count++, Asker.Form.IQ), new Finish(null));
        }
    }

    private void send() {
        Words next = unsaid.peek();
        if (next == null) {
            return;
        }
        if (network.connected(address)) {
            library.desk()
                    .patronSaid(new SessionEvent.PatronSaid(
                            service,
                            address,
                            next.body(),
                            new Asker(address, service.address(), next.id(), Asker.Form.MESSAGE),
                            next.id(),
                            next.id(),
                            "fa"));
        }
        network.time.in(network.connected(address) ? RETRY : RECONNECT, () -> {
            if (next.equals(unsaid.peek())) {
                send();
            }
        });
    }

    @Override
    public void confirmed(String stanzaId) {
        if (network.weather.loses()) {
            // The client's stream breaks; it will say the same again.
            return;
        }
        Words next = unsaid.peek();
        if (next != null && next.id().equals(stanzaId)) {
            unsaid.remove();
            kept.add(next.body());
            send();
        }
    }

    @Override
    public void refused(String stanzaId, Refusal refusal) {
        // Said again by and by, as people do.
    }

    @Override
    public void told(Effect.Tell tell) {
        heard.add(tell.body());
        heardFrom.add(tell.from());
    }

    @Override
    public String name() {
        return String.valueOf(address.local());
    }

    @Override
    public boolean has(Session session) {
        return session.patron().sameBare(address);
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    Address address() {
        return address;
    }

    @Override
    public boolean saidEverything() {
        return unsaid.isEmpty();
    }

    @Override
    public List<String> heard() {
        return heard;
    }

    List<Address> heardFrom() {
        return heardFrom;
    }
}
