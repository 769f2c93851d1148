package org.crossdesk.edge.xmpp;

import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Directory;

/** One operator at one service, through the desk. Used by the duty thread only. */
final class Post {
    final Directory.Operator operator;
    final Address service;
    /** Whether the room has them. */
    boolean joined;

    Post(Directory.Operator operator, Address service) {
        this.operator = operator;
        this.service = service;
    }
}
