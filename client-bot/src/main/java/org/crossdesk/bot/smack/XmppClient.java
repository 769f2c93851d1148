package org.crossdesk.bot.smack;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jivesoftware.smack.ReconnectionManager;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.carbons.CarbonManager;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jivesoftware.smackx.receipts.DeliveryReceiptManager;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityFullJid;

/**
 * One client of one server. Every message and every presence that arrives is recorded in its order before anybody acts
 * on it. Nothing is sent that was not asked for, but for what the protocol obliges a client to: no roster, no
 * subscriptions, no presence before {@link #available}.
 *
 * <p>Many clients can live in one JVM; Smack keeps a few threads of its own for all of them together, and those of this
 * client are gone when {@link #close} returns.
 */
public final class XmppClient implements ChatStream, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(XmppClient.class.getName());

    private static final int RECONNECT_FIXED_DELAY_SECONDS = 1;

    private final XMPPTCPConnection connection;
    private final TcpLink link;
    private final ClientSettings settings;
    private final ArrivalLog<Received> messages = new ArrivalLog<>();
    private final ArrivedIds arrived = new ArrivedIds();
    private final ArrivalLog<SeenPresence> presences = new ArrivalLog<>();
    private final StandingPresence standing;
    private volatile Address address;

    private XmppClient(XMPPTCPConnection connection, TcpLink link, ClientSettings settings) {
        this.connection = connection;
        this.link = link;
        this.settings = settings;
        this.address = Address.ofDomain(settings.domain());
        this.standing = new StandingPresence(this::readAddress);
    }

    /** Connects and logs in. The client has no presence yet, so nothing is delivered to its account through it. */
    public static XmppClient connect(ClientSettings settings) throws ClientException {
        SmackSetup.ensure();
        TcpLink link = new TcpLink();
        XmppClient client = new XmppClient(new XMPPTCPConnection(link.configuration(settings)), link, settings);
        try {
            client.open();
            return client;
        } catch (ClientException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private void open() throws ClientException {
        String what = "connecting to " + settings.domain() + " at " + settings.host() + ":" + settings.port();
        connection.setReplyTimeout(settings.patience().toMillis());
        if (settings.reconnect()) {
            ReconnectionManager reconnection = ReconnectionManager.getInstanceFor(connection);
            reconnection.setFixedDelay(RECONNECT_FIXED_DELAY_SECONDS);
            reconnection.enableAutomaticReconnection();
        }
        if (settings.receipts()) {
            DeliveryReceiptManager.getInstanceFor(connection)
                    .setAutoReceiptMode(DeliveryReceiptManager.AutoReceiptMode.always);
        }
        connection.addSyncStanzaListener(stanza -> hear((Message) stanza), StanzaTypeFilter.MESSAGE);
        connection.addSyncStanzaListener(
                stanza -> presences.add(StanzaReader.presence((Presence) stanza, address, Instant.now())),
                StanzaTypeFilter.PRESENCE);
        try {
            connection.connect();
            connection.login();
            readAddress();
            if (settings.carbons()) {
                CarbonManager.getInstanceFor(connection).enableCarbons();
            }
        } catch (XMPPException | SmackException | IOException e) {
            throw SmackFailures.of(what, e);
        } catch (InterruptedException e) {
            throw ClientException.interrupted(what, e);
        }
        connection.addConnectionListener(standing);
    }

    /** A desk says again what it does not know to have arrived, under the same id: what is here already is dropped. */
    private void hear(Message message) {
        boolean again = message.hasExtension(DeliveryReceiptRequest.class) && !arrived.isNew(message);
        if (!again) {
            messages.add(StanzaReader.message(message, address, Instant.now()));
        }
    }

    private void readAddress() {
        EntityFullJid user = connection.getUser();
        if (user != null) {
            address = Address.parse(user.toString());
        }
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public ArrivalLog<Received> messages() {
        return messages;
    }

    /** Every presence that arrived, those of rooms among them. */
    public ArrivalLog<SeenPresence> presences() {
        return presences;
    }

    /** Calls {@code deed}, in Smack's thread, each time the link is lost. It must not block. */
    public void onLoss(Runnable deed) {
        standing.onLoss(deed);
    }

    /**
     * Calls {@code deed}, in Smack's thread, each time a lost link has come back: with true where the stream was
     * resumed and nothing is lost (XEP-0198). It must not block.
     */
    public void onReturn(Consumer<Boolean> deed) {
        standing.onReturn(deed);
    }

    /** How long this client waits for answers. */
    Duration patience() {
        return settings.patience();
    }

    /** What is sent again when a lost link has come back. */
    StandingPresence standing() {
        return standing;
    }

    /** Whether the stream is up and logged in. */
    public boolean isOnline() {
        return connection.isConnected() && connection.isAuthenticated();
    }

    @Override
    public String send(Outgoing message) throws ClientException {
        Message stanza = StanzaWriter.message(message);
        put(stanza);
        return stanza.getStanzaId();
    }

    /** Becomes available, so that messages to the account arrive here; with these children in the presence. */
    public void available(@Nullable String status, Element... payloads) throws ClientException {
        Presence presence = StanzaWriter.presence(Presence.Type.available, null, status, List.of(payloads));
        standing.keep("", presence);
        put(presence);
    }

    /** Becomes unavailable. The connection stays. */
    public void unavailable() throws ClientException {
        standing.forgetAll();
        put(StanzaWriter.presence(Presence.Type.unavailable, null, null, List.of()));
    }

    /** Sends presence to one address, with these children. */
    public void directed(Address to, boolean there, Element... payloads) throws ClientException {
        put(StanzaWriter.presence(
                there ? Presence.Type.available : Presence.Type.unavailable, to, null, List.of(payloads)));
    }

    /**
     * Enters a room (XEP-0045) and waits until it shows one's own presence. After a lost link that comes back
     * ({@link ClientSettings#reconnect}) the room is entered again.
     */
    public RoomSeat join(Address room, String nick, Element... payloads) throws ClientException {
        RoomSeat seat = new RoomSeat(this, room.bare().withResource(nick), List.of(payloads));
        seat.take();
        return seat;
    }

    /** Runs a single-stage ad-hoc command (XEP-0050); fields that are not answered keep the form's own values. */
    public CommandResult command(Address to, String node, Map<String, List<String>> answers) throws ClientException {
        return new AdHocCommandCall(this, to, node).run(answers);
    }

    /** Sends a request with an element of ours and returns the answer's, if it has one of ours. */
    public Optional<Element> request(Address to, boolean set, Element payload) throws ClientException {
        IQ request = StanzaBridge.toRequest(payload, set ? IQ.Type.set : IQ.Type.get);
        return StanzaBridge.payload(exchange(to, request, "<" + payload.name() + "/> to " + to));
    }

    /** The items that an entity lists (XEP-0030), with their names. */
    public Map<Address, String> items(Address of) throws ClientException {
        String what = "asking " + of + " what it offers";
        try {
            Map<Address, String> items = new LinkedHashMap<>();
            for (DiscoverItems.Item item : ServiceDiscoveryManager.getInstanceFor(connection)
                    .discoverItems(StanzaWriter.jid(of))
                    .getItems()) {
                String name = item.getName();
                items.put(Address.parse(item.getEntityID().toString()), name == null ? "" : name);
            }
            return items;
        } catch (XMPPException | SmackException e) {
            throw SmackFailures.of(what, e);
        } catch (InterruptedException e) {
            throw ClientException.interrupted(what, e);
        }
    }

    void put(Stanza stanza) throws ClientException {
        try {
            connection.sendStanza(stanza);
        } catch (SmackException e) {
            throw SmackFailures.of("sending", e);
        } catch (InterruptedException e) {
            throw ClientException.interrupted("sending", e);
        }
    }

    IQ exchange(Address to, IQ request, String what) throws ClientException {
        request.setTo(StanzaWriter.jid(to));
        try {
            return connection.sendIqRequestAndWaitForResponse(request);
        } catch (XMPPException | SmackException e) {
            throw SmackFailures.of(what, e);
        } catch (InterruptedException e) {
            throw ClientException.interrupted(what, e);
        }
    }

    /** Smack's own connection, for what a test wants to do that no client of ours does. */
    public XMPPTCPConnection connection() {
        return connection;
    }

    /** Breaks the link without a word, as a lost network does. */
    public void cut() {
        link.cut();
    }

    /** Logs out and waits until the connection's threads have ended. May be called again. */
    @Override
    public void close() {
        if (settings.reconnect()) {
            ReconnectionManager reconnection = ReconnectionManager.getInstanceFor(connection);
            reconnection.disableAutomaticReconnection();
            reconnection.abortPossiblyRunningReconnection();
        }
        connection.removeConnectionListener(standing);
        acknowledge();
        connection.disconnect();
        ConnectionThreads.awaitEnd(connection.getConnectionCounter());
    }

    /**
     * Says what has arrived (XEP-0198). Smack says it too, but after the presence that takes leave, when Openfire has
     * already put what it thinks is lost into the account's offline messages, to be delivered a second time.
     */
    private void acknowledge() {
        if (!connection.isConnected() || !connection.isSmEnabled()) {
            return;
        }
        try {
            connection.sendSmAcknowledgement();
        } catch (SmackException e) {
            LOG.log(Level.DEBUG, "event=acknowledgement-not-sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
