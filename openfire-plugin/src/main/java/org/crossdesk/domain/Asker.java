package org.crossdesk.domain;

import org.crossdesk.protocol.Address;

/**
 * Whom an answer goes to.
 *
 * @param from who sent the stanza
 * @param to the address it was sent to, and the answer comes from
 * @param stanzaId the stanza's id
 * @param form what kind of stanza it was
 */
public record Asker(Address from, Address to, String stanzaId, Form form) {
    /** The kind of stanza to answer. */
    public enum Form {
        IQ,
        MESSAGE
    }
}
