package org.crossdesk.bot.smack;

import org.crossdesk.protocol.Address;

/** Somebody's chat: what they say goes out, what they are told comes in. A client is one; tests make their own. */
public interface ChatStream {
    /** Whose it is. */
    Address address();

    /** Sends a message and returns its id. */
    String send(Outgoing message) throws ClientException;

    /** Every message that arrived. */
    ArrivalLog<Received> messages();
}
