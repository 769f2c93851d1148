package org.crossdesk.edge.openfire;

import java.util.List;
import org.crossdesk.edge.xmpp.Clients;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.jivesoftware.openfire.SessionManager;

/** Who is connected, as the server's session manager has it. */
final class ConnectedClients implements Clients {
    private final SessionManager sessions;

    ConnectedClients(SessionManager sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Address> all() {
        return sessions.getSessions().stream()
                .map(session -> StanzaBridge.address(session.getAddress()))
                .toList();
    }

    @Override
    public boolean connected(Address client) {
        return sessions.getSession(StanzaBridge.jid(client)) != null;
    }

    @Override
    public boolean anyConnected(Address account) {
        String name = account.local();
        return name != null && sessions.getSessionCount(name) > 0;
    }
}
