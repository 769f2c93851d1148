package org.crossdesk.edge.openfire;

import java.util.function.Consumer;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.jivesoftware.openfire.session.ClientSession;
import org.jivesoftware.openfire.user.PresenceEventListener;
import org.xmpp.packet.JID;
import org.xmpp.packet.Presence;

/**
 * Hears from the server when a client has become available: what comes to it before that, it may take for a part of its
 * login, and lose.
 */
final class ClientArrivals implements PresenceEventListener {
    private final Consumer<Address> came;

    ClientArrivals(Consumer<Address> came) {
        this.came = came;
    }

    @Override
    public void availableSession(ClientSession session, Presence presence) {
        came.accept(StanzaBridge.address(session.getAddress()));
    }

    @Override
    public void unavailableSession(ClientSession session, Presence presence) {
        // It is still connected, and can be told things.
    }

    @Override
    public void presenceChanged(ClientSession session, Presence presence) {
        // It is as available as before.
    }

    @Override
    public void subscribedToPresence(JID subscriber, JID authorizer) {
        // Nobody's link.
    }

    @Override
    public void unsubscribedToPresence(JID unsubscriber, JID recipient) {
        // Nobody's link.
    }
}
