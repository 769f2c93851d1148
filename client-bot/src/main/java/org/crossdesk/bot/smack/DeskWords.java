package org.crossdesk.bot.smack;

/** What a message from a desk is to the client that gets it; told by the children that desks put into it. */
public enum DeskWords {
    /** The desk offers a session to an operator: {@code <offer xmlns='urn:xmpp:ask:0'/>}. */
    OFFER,
    /** The desk itself speaks to an operator: {@code <note xmlns='urn:xmpp:ask:0'/>}. */
    NOTE,
    /** The last line of a session: {@code <closed xmlns='urn:xmpp:ask:0'/>}. */
    CLOSED,
    /** Patron, operator or desk said it before this person was there (XEP-0203). */
    TRANSCRIPT,
    /** The other person says it now. */
    SAID,
    /** No words to read: a receipt, an error, a copy of another device's message, a room's talk. */
    NOTHING;

    private static final String OFFER_NAME = "offer";
    private static final String NOTE_NAME = "note";
    private static final String CLOSED_NAME = "closed";

    /** What {@code message} is. */
    public static DeskWords of(Received message) {
        if (!message.isSaid()) {
            return NOTHING;
        }
        if (message.payload(CLOSED_NAME, StanzaBridge.ASK).isPresent()) {
            return CLOSED;
        }
        if (message.payload(OFFER_NAME, StanzaBridge.ASK).isPresent()) {
            return OFFER;
        }
        if (message.delayed() != null) {
            return TRANSCRIPT;
        }
        return message.payload(NOTE_NAME, StanzaBridge.ASK).isPresent() ? NOTE : SAID;
    }
}
