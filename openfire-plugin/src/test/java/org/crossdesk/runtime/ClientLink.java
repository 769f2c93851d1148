package org.crossdesk.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.delivery.Letter;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.ElementText;
import org.jspecify.annotations.Nullable;

/**
 * The stream between a client and its server: it breaks at times, and with the server's machine; what is on its way then
 * is lost. The client confirms what it gets, and drops what it has by its id.
 */
final class ClientLink {
    private static final Duration ARRIVES = Duration.ofMillis(1);
    private static final int BACK_MAX_MILLISECONDS = 2_000;

    private final Network network;
    private final Library library;
    private Address address;
    private final Network.Client client;
    private final Set<String> had = new HashSet<>();
    private boolean connected;
    private int stream;

    ClientLink(Network network, Library library, Address address, Network.Client client) {
        this.network = network;
        this.library = library;
        this.address = address;
        this.client = client;
    }

    boolean of(Library other) {
        return library == other;
    }

    boolean connected() {
        return connected && library.up();
    }

    /** The server has come up, or the client tries again: it is there in a moment. */
    void comesBack(int maxMilliseconds) {
        int now = ++stream;
        connected = false;
        network.time.in(Duration.ofMillis(1 + network.weather.random().nextInt(maxMilliseconds)), () -> {
            if (now == stream && library.up()) {
                Address next = client.returnsFrom(address);
                if (!next.equals(address)) {
                    network.moves(this, address, next);
                    address = next;
                }
                network.note(() -> next + " is connected");
                connected = true;
                library.desk().clientCame(next);
                if (client.givesReceipts()) {
                    library.desk().confirmed(next, "something of before");
                }
                client.connected();
            }
        });
    }

    /** The server's machine has died. */
    void dies() {
        stream++;
        connected = false;
    }

    private void breaks() {
        Address lost = address;
        network.note(() -> "the stream of " + lost + " breaks");
        connected = false;
        library.desk().clientGone(lost, true);
        comesBack(BACK_MAX_MILLISECONDS);
    }

    /** Words come by their id. */
    void deliver(Letter letter) {
        int on = stream;
        Address to = address;
        network.time.in(ARRIVES, () -> {
            if (on != stream || !connected() || !to.equals(address)) {
                return;
            }
            if (network.weather.loses()) {
                breaks();
                return;
            }
            if (had.add(letter.id())) {
                client.told(tell(letter));
            }
            network.time.in(ARRIVES, () -> {
                if (on == stream && connected()) {
                    library.desk().confirmed(address, letter.id());
                }
            });
        });
    }

    private Effect.Tell tell(Letter letter) {
        List<Payload> payloads = new ArrayList<>();
        for (String element : letter.elements()) {
            try {
                payloads.add(AskCodec.decode(ElementText.parse(element)));
            } catch (DecodingException e) {
                throw new AssertionError(e);
            }
        }
        return new Effect.Tell(letter.from(), address, letter.body(), letter.since(), payloads);
    }

    /** Words come once, or never; who gives no receipts notices that the stream breaks. */
    void tell(Effect.Tell tell) {
        arrives(() -> {
            if (!client.givesReceipts() && network.weather.loses()) {
                breaks();
            } else {
                client.told(tell);
            }
        });
    }

    void answer(String stanzaId, @Nullable Payload payload) {
        arrives(() -> client.answered(stanzaId, payload));
    }

    void confirm(String stanzaId) {
        arrives(() -> client.confirmed(stanzaId));
    }

    void refuse(String stanzaId, Refusal refusal) {
        arrives(() -> client.refused(stanzaId, refusal));
    }

    private void arrives(Runnable what) {
        int on = stream;
        Address to = address;
        network.time.in(ARRIVES, () -> {
            if (on == stream && connected() && to.equals(address)) {
                what.run();
            }
        });
    }
}
