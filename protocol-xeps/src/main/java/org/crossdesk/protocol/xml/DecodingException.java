package org.crossdesk.protocol.xml;

/**
 * What came over the wire is not what the schema of its namespace allows. The message names the element and the
 * attribute and says in plain words what is wrong, so that it can stand in a {@code bad-request}; it is short, and
 * never holds what a patron or an operator wrote.
 */
public final class DecodingException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The sender chose part of the message, and whoever it goes back to pays for its length. */
    private static final int MESSAGE_MAX_CHARS = 300;

    public DecodingException(String message) {
        super(XmlCharacters.cut(message, MESSAGE_MAX_CHARS));
    }

    public DecodingException(String message, Throwable cause) {
        super(XmlCharacters.cut(message, MESSAGE_MAX_CHARS), cause);
    }
}
