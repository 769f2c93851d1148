package org.crossdesk.edge.xmpp;

import java.util.Set;
import org.crossdesk.protocol.Address;

/** Who of this server's accounts may do what. */
public interface Roles {
    /** Whether this account answers patrons. */
    boolean operator(Address account);

    /** Whether this account sets up services and profiles. */
    boolean coordinator(Address account);

    /** The accounts that set up services and profiles, as far as they can be listed. */
    Set<Address> coordinators();
}
