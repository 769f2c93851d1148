package org.crossdesk.protocol.session;

/** The one shape of every unguessable name: session ids, question ids, offer ids. */
public final class Tokens {
    private Tokens() {}

    /** Whether {@code value} has the length and the characters of such a name. */
    public static boolean wellFormed(String value) {
        if (value.length() != SessionId.LENGTH_CHARS) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (SessionId.ALPHABET.indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
