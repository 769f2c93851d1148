package org.crossdesk.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.jspecify.annotations.Nullable;

/** Libraries, the stanzas between them, and the people at their clients. */
final class Network {
    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(15);
    private static final int CLIENTS_BACK_MAX = 500;

    /** Somebody's client. */
    interface Client {
        void told(Effect.Tell tell);

        void confirmed(String stanzaId);

        void refused(String stanzaId, Refusal refusal);

        /** The desk answers a request. */
        default void answered(String stanzaId, @Nullable Payload payload) {}

        /** Which address the next connection has. */
        default Address returnsFrom(Address before) {
            return before;
        }

        /** A connection is up. */
        default void connected() {}

        /** Whether this connection confirms what it gets. */
        default boolean givesReceipts() {
            return true;
        }
    }

    private record Waiting(Library library, int life, StateKey origin, Address asked, Payload payload) {}

    private record Link(String from, String to) {}

    final VirtualTime time = new VirtualTime();
    final Weather weather;
    private final Map<String, Library> libraries = new LinkedHashMap<>();
    private final Map<Address, ClientLink> clients = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<Link, Instant> lastArrival = new HashMap<>();
    private final Set<Link> cut = new HashSet<>();
    private long names;
    private @Nullable List<String> trace;

    Network(Weather weather) {
        this.weather = weather;
    }

    /** From now on it is written down what happens. */
    void traces(List<String> lines) {
        trace = lines;
    }

    /** Writes down what happens, if anybody wants to read it. */
    void note(Supplier<String> what) {
        if (trace != null) {
            Duration since = Duration.between(Sample.START, time.instant());
            trace.add(String.format(Locale.ROOT, "%9.3f s  %s", since.toMillis() / 1_000.0, what.get()));
        }
    }

    /** A fresh unguessable name, the same in every run. */
    String name() {
        return Sample.token(10_000 + names++);
    }

    void join(Library library) {
        libraries.put(library.deskDomain(), library);
    }

    Iterable<Library> libraries() {
        return libraries.values();
    }

    void logsIn(Library library, Address address, Client client) {
        ClientLink link = new ClientLink(this, library, address, client);
        clients.put(address.bare(), link);
        link.comesBack(1);
    }

    /** A client's next connection has another address. */
    void moves(ClientLink link, Address from, Address to) {
        clients.remove(from.bare(), link);
        clients.put(to.bare(), link);
    }

    boolean connected(Address address) {
        ClientLink link = clients.get(address.bare());
        return link != null && link.connected();
    }

    /** The library's machine is up again: its people's clients come back. */
    void comesUp(Library library) {
        clients.values().stream().filter(link -> link.of(library)).forEach(link -> link.comesBack(CLIENTS_BACK_MAX));
    }

    void dies(Library library) {
        clients.values().stream().filter(link -> link.of(library)).forEach(ClientLink::dies);
    }

    /** Nothing gets from one to the other, nor back. */
    void cut(Library one, Library other) {
        cutOneWay(one, other);
        cutOneWay(other, one);
    }

    /** Nothing gets from one to the other, but the other way it does. */
    void cutOneWay(Library one, Library other) {
        note(() -> "the link from " + one.deskDomain() + " to " + other.deskDomain() + " is cut");
        cut.add(new Link(one.deskDomain(), other.deskDomain()));
    }

    void mendAll() {
        note(() -> "every link is whole");
        cut.clear();
    }

    void send(Library library, int life, Effect.Send send, StateKey origin) {
        note(() -> send.from() + " → " + send.to() + ": " + InWords.of(send.payload()));
        String id = name();
        waiting.put(id, new Waiting(library, life, origin, send.to(), send.payload()));
        Asker asker = new Asker(send.from(), send.to(), id, Asker.Form.MESSAGE);
        deliver(send.from(), send.to(), () -> receive(asker, send.payload()));
    }

    void ask(Library library, int life, Effect.Ask ask, StateKey origin) {
        note(() -> ask.from() + " ⇒ " + ask.to() + ": " + InWords.of(ask.payload()));
        String id = name();
        waiting.put(id, new Waiting(library, life, origin, ask.to(), ask.payload()));
        time.in(REQUEST_PATIENCE, () -> answered(id, null, Condition.REMOTE_SERVER_TIMEOUT));
        Asker asker = new Asker(ask.from(), ask.to(), id, Asker.Form.IQ);
        deliver(ask.from(), ask.to(), () -> receive(asker, ask.payload()));
    }

    void answer(Asker asker, @Nullable Payload payload) {
        note(() -> asker.to() + " answers " + asker.from() + ": " + InWords.of(payload));
        ClientLink client = clients.get(asker.from().bare());
        if (client != null) {
            client.answer(asker.stanzaId(), payload);
        } else {
            deliver(asker.to(), asker.from(), () -> answered(asker.stanzaId(), payload, null));
        }
    }

    void refuse(Asker asker, Refusal refusal) {
        note(() -> asker.to() + " refuses " + asker.from() + ": " + refusal.text());
        ClientLink client = clients.get(asker.from().bare());
        if (client != null) {
            client.refuse(asker.stanzaId(), refusal);
        } else {
            deliver(asker.to(), asker.from(), () -> answered(asker.stanzaId(), null, refusal.condition()));
        }
    }

    void tell(Effect.Tell tell) {
        note(() -> tell.from() + " tells " + tell.to() + ": " + tell.body());
        ClientLink client = clients.get(tell.to().bare());
        if (client != null) {
            client.tell(tell);
        }
    }

    void deliver(Effect.Deliver deliver) {
        note(() -> deliver.letter().from() + " tells " + deliver.to() + (deliver.again() ? " again" : "") + ": "
                + deliver.letter().body());
        ClientLink client = clients.get(deliver.to().bare());
        if (client != null) {
            client.deliver(deliver.letter());
        }
    }

    void confirm(Effect.Confirm confirm) {
        note(() -> confirm.from() + " confirms " + confirm.stanzaId() + " to " + confirm.to());
        ClientLink client = clients.get(confirm.to().bare());
        if (client != null) {
            client.confirm(confirm.stanzaId());
        }
    }

    private void receive(Asker asker, Payload payload) {
        Library library = libraries.get(asker.to().domain());
        if (library != null) {
            library.receive(asker, payload);
        }
    }

    private void answered(String id, @Nullable Payload payload, @Nullable Condition refusal) {
        Waiting request = waiting.remove(id);
        if (request != null) {
            request.library()
                    .answered(
                            request.life(),
                            request.origin(),
                            request.asked(),
                            request.payload(),
                            payload,
                            refusal == null ? null : new Refusal(refusal, "no"));
        }
    }

    /** A desk reaches itself always; another library through the weather. */
    private void deliver(Address from, Address to, Runnable arrives) {
        Link link = new Link(from.domain(), to.domain());
        if (link.from().equals(link.to())) {
            time.in(Duration.ofMillis(1), arrives);
            return;
        }
        if (cut.contains(link) || weather.loses()) {
            return;
        }
        Instant arrival = time.instant().plus(weather.delay());
        if (weather.keepsOrder()) {
            Instant last = lastArrival.getOrDefault(link, Instant.MIN);
            arrival = arrival.isBefore(last) ? last : arrival;
            lastArrival.put(link, arrival);
        }
        time.at(arrival, arrives);
        if (weather.doubles()) {
            time.at(arrival.plus(weather.delay()), arrives);
        }
    }
}
