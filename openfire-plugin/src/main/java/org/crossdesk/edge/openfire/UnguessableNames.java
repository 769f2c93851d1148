package org.crossdesk.edge.openfire;

import java.security.SecureRandom;
import java.util.function.Supplier;
import org.crossdesk.protocol.session.SessionId;

/** Fresh names that nobody can guess: 130 random bits each. */
final class UnguessableNames implements Supplier<String> {
    private static final int BITS_PER_CHAR = 5;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        // One call for all: each takes the generator's lock.
        byte[] bytes = new byte[SessionId.LENGTH_CHARS];
        random.nextBytes(bytes);
        StringBuilder name = new StringBuilder(SessionId.LENGTH_CHARS);
        for (int i = 0; i < SessionId.LENGTH_CHARS; i++) {
            name.append(SessionId.ALPHABET.charAt(bytes[i] & ((1 << BITS_PER_CHAR) - 1)));
        }
        return name.toString();
    }
}
