package org.crossdesk.edge.xmpp;

import java.util.List;
import org.crossdesk.protocol.Address;

/** Which clients of this server's accounts are connected now. */
public interface Clients {
    /** Every client that is connected. */
    List<Address> all();

    /** Whether this very client is connected. */
    boolean connected(Address client);

    /** Whether what is sent to this very client is only put down for it, so that the sender waits for nothing. */
    boolean prompt(Address client);

    /** Whether any client of this account is connected. */
    boolean anyConnected(Address account);
}
