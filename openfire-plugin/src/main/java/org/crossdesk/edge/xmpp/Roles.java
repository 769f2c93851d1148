package org.crossdesk.edge.xmpp;

import org.crossdesk.protocol.Address;

/** Who of this server's accounts may do what. */
public interface Roles {
    /** Whether this account answers patrons. */
    boolean operator(Address account);

    /** Whether this account sets up services and profiles. */
    boolean coordinator(Address account);
}
