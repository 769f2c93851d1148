package org.crossdesk.protocol.session;

/** What an operator is in a session that somebody else owns. */
public enum Role {
    /** Talks with the patron beside the owner. */
    COLLEAGUE,
    /** Is asked by the owner; the patron sees nothing of it. */
    CONSULTANT
}
