package org.crossdesk.domain.service;

import java.util.Locale;
import java.util.regex.Pattern;
import org.crossdesk.protocol.Address;

/** The part of a service's address before the at sign. */
public final class ServiceName {
    private static final int MAX_CHARS = 64;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?");

    /** What the contact of a session is called. */
    private static final Pattern SESSION = Pattern.compile("s-[a-z2-7]{26}");

    private ServiceName() {}

    /** The address of the service with this name at the desk {@code domain}; says what a name may be where this is none. */
    public static Address at(String domain, String name) {
        String node = name.toLowerCase(Locale.ROOT);
        if (node.length() > MAX_CHARS || !SHAPE.matcher(node).matches()) {
            throw new IllegalArgumentException("'" + name + "' can't be the part before @" + domain
                    + ": up to " + MAX_CHARS
                    + " letters, digits, dots, hyphens and underscores, such as ask-nordic-law."
                    + " What people read goes into the titles.");
        }
        if (SESSION.matcher(node).matches()) {
            throw new IllegalArgumentException("'" + name + "' is what a session could be called: choose another");
        }
        return Address.ofDomain(domain).withLocal(node);
    }
}
