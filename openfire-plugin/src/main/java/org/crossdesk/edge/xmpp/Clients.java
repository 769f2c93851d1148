package org.crossdesk.edge.xmpp;

import org.crossdesk.protocol.Address;

/** Which clients of this server's accounts are connected now. */
public interface Clients {
    /** Whether this very client is connected. */
    boolean connected(Address client);

    /** Whether any client of this account is connected. */
    boolean anyConnected(Address account);
}
