package org.crossdesk.edge.openfire;

import java.util.List;
import java.util.Set;
import org.crossdesk.edge.xmpp.Clients;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.jivesoftware.openfire.SessionManager;
import org.jivesoftware.openfire.session.LocalSession;

/** Who is connected, as the server's session manager has it. */
final class ConnectedClients implements Clients {
    /** The connections of Openfire, up to 4.8 and from 5.0 on, that queue what is written. */
    private static final Set<String> SOCKETS = Set.of("NIOConnection", "NettyConnection");

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
    public boolean prompt(Address client) {
        // A client that came by HTTP or a web socket may keep its writer waiting.
        return sessions.getSession(StanzaBridge.jid(client)) instanceof LocalSession session
                && session.getConnection() != null
                && SOCKETS.contains(session.getConnection().getClass().getSimpleName());
    }

    @Override
    public boolean anyConnected(Address account) {
        String name = account.local();
        return name != null && sessions.getSessionCount(name) > 0;
    }
}
