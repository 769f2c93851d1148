package org.crossdesk.edge.xmpp;

import java.util.List;
import org.crossdesk.protocol.Address;

/** Which clients of this server's accounts are connected now. */
public interface Clients {
    /** Every client that is connected. */
    List<Address> all();

    /** Whether this very client is connected. */
    boolean connected(Address client);

    /** Whether any client of this account is connected. */
    boolean anyConnected(Address account);
}
