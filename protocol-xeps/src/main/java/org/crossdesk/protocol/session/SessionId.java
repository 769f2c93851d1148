package org.crossdesk.protocol.session;

/**
 * Names a session on every desk. 130 random bits in lower-case base 32, so that nobody guesses one; who has it may
 * not yet speak in the session (that takes the owner's desk).
 */
public record SessionId(String value) {
    /** The characters of an id, in the order of their values. */
    public static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** The length of an id. */
    public static final int LENGTH_CHARS = 26;

    public SessionId {
        if (!Tokens.wellFormed(value)) {
            throw new IllegalArgumentException("not a session id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
