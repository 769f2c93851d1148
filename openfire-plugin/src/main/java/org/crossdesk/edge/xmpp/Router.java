package org.crossdesk.edge.xmpp;

import org.xmpp.packet.Packet;

/** The server's way out: routes a stanza to wherever it is addressed. */
@FunctionalInterface
public interface Router {
    /** Hands the stanza to the server. */
    void route(Packet stanza);
}
