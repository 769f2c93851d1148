package org.crossdesk.edge.openfire;

import java.util.function.Consumer;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.jivesoftware.openfire.event.SessionEventListener;
import org.jivesoftware.openfire.session.Session;

/** Hears from the server when a client has gone. */
final class ClientDepartures implements SessionEventListener {
    private final Consumer<Address> gone;

    ClientDepartures(Consumer<Address> gone) {
        this.gone = gone;
    }

    @Override
    public void sessionCreated(Session session) {
        // Presence tells who is there.
    }

    @Override
    public void sessionDestroyed(Session session) {
        gone.accept(StanzaBridge.address(session.getAddress()));
    }

    @Override
    public void anonymousSessionCreated(Session session) {
        // No operator is anonymous.
    }

    @Override
    public void anonymousSessionDestroyed(Session session) {
        gone.accept(StanzaBridge.address(session.getAddress()));
    }

    @Override
    public void resourceBound(Session session) {
        // Presence tells who is there.
    }
}
