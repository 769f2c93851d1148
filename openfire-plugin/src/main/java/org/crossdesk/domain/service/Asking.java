package org.crossdesk.domain.service;

/** Who may ask a service. */
public enum Asking {
    /** Whoever writes to it. */
    EVERYONE,
    /** Patrons of the libraries in the member list, by the domain of their address, and of the service's own. */
    MEMBERS
}
