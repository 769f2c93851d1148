package org.crossdesk.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Resumed;
import org.crossdesk.protocol.session.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A guest's client: each connection has another address, and goes on by the token of the conversation from the last line
 * that came. Says one thing after the other, each until the desk confirms that it is kept.
 */
final class GuestClient implements Network.Client, Audit.Patron {
    private static final Duration RETRY = Duration.ofSeconds(6);
    private static final Duration RECONNECT = Duration.ofMillis(100);

    private record Words(String id, String body) {}

    private final Network network;
    private final Library library;
    private final Service service;
    private final String name;
    private final Deque<Words> unsaid = new ArrayDeque<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Set<ConversationToken> tokens = new HashSet<>();
    private Address address;
    private @Nullable ConversationToken token;
    /** By which token the next words were said, perhaps in vain: they are said again by the same. */
    private @Nullable ConversationToken saidBy;

    private long last;
    private boolean ready;
    private int connections;
    private int count;

    GuestClient(Network network, Library library, Service service, String name) {
        this.network = network;
        this.library = library;
        this.service = service;
        this.name = name;
        this.address = addressOf(0);
        network.logsIn(library, address, this);
    }

    private Address addressOf(int connection) {
        String guest = name + connection;
        return new Address(guest, library.deskDomain().substring("ask.".length()), guest);
    }

    @Override
    public void writes(String body) {
        unsaid.add(new Words(name + "-" + count++, body));
        if (unsaid.size() == 1) {
            send();
        }
    }

    private void send() {
        Words next = unsaid.peek();
        if (next == null) {
            return;
        }
        boolean connected = network.connected(address);
        if (connected && ready) {
            if (saidBy == null) {
                saidBy = token == null ? begins() : token;
            }
            library.desk()
                    .patronSaid(new SessionEvent.PatronSaid(
                            service,
                            address,
                            next.body(),
                            new Asker(address, service.address(), next.id(), Asker.Form.MESSAGE),
                            next.id(),
                            next.id(),
                            "fa",
                            Attached.NOTHING,
                            false,
                            new Resumable(saidBy)));
        }
        network.time.in(connected && ready ? RETRY : RECONNECT, () -> {
            if (next.equals(unsaid.peek())) {
                send();
            }
        });
    }

    private ConversationToken begins() {
        ConversationToken fresh = new ConversationToken(network.name());
        tokens.add(fresh);
        token = fresh;
        last = 0;
        return fresh;
    }

    @Override
    public Address returnsFrom(Address before) {
        address = addressOf(++connections);
        return address;
    }

    @Override
    public boolean givesReceipts() {
        return connections % 2 == 0;
    }

    @Override
    public void connected() {
        ready = token == null;
        resume();
    }

    private void resume() {
        ConversationToken shown = token;
        if (ready || shown == null || !network.connected(address)) {
            return;
        }
        int connection = connections;
        Asker asker = new Asker(address, service.address(), "resume " + connection, Asker.Form.IQ);
        library.desk().patronResumed(asker, new Resume(shown, last));
        network.time.in(RETRY, () -> {
            if (connection == connections) {
                resume();
            }
        });
    }

    @Override
    public void answered(String stanzaId, @Nullable Payload payload) {
        if (payload instanceof Resumed resumed) {
            ready = true;
            if (resumed.closed() && resumed.seq() <= last) {
                token = null;
            }
        }
    }

    @Override
    public void refused(String stanzaId, Refusal refusal) {
        boolean returning = stanzaId.startsWith("resume");
        if (returning && refusal.condition() == Condition.ITEM_NOT_FOUND) {
            ready = true;
            // What was said first may never have come: then it is said again by the same token.
            token = last == 0 ? token : null;
        } else if (!returning && refusal.condition() == Condition.CONFLICT) {
            token = saidBy != null && saidBy.equals(token) ? null : token;
            saidBy = null;
        }
    }

    @Override
    public void confirmed(String stanzaId) {
        Words next = unsaid.peek();
        if (next != null && next.id().equals(stanzaId) && !network.weather.loses()) {
            unsaid.remove();
            saidBy = null;
            kept.add(next.body());
            send();
        }
    }

    @Override
    public void told(Effect.Tell tell) {
        LineNumber line = (LineNumber) tell.payloads().stream()
                .filter(LineNumber.class::isInstance)
                .findFirst()
                .orElse(null);
        if (line == null) {
            heard.add(tell.body());
            return;
        }
        if (line.seq() <= last) {
            heard.add("again: " + tell.body());
        } else if (line.by() != Speaker.PATRON) {
            heard.add(tell.body());
        }
        last = Math.max(last, line.seq());
        if (tell.payloads().contains(new Closed())) {
            token = null;
        }
    }

    @Override
    public boolean has(Session session) {
        return session.token().filter(tokens::contains).isPresent();
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    @Override
    public boolean saidEverything() {
        return unsaid.isEmpty();
    }

    @Override
    public List<String> heard() {
        return heard;
    }

    @Override
    public String name() {
        return name;
    }
}
