package org.crossdesk.edge.xmpp;

import java.util.Set;
import org.crossdesk.protocol.Address;

/**
 * Which desks may ask something of ours: our own, and those of the libraries in the member list. The domain is the one
 * that the server-to-server connection has proved.
 *
 * @param ownDesk the domain of our desk
 * @param libraries the members' domains
 */
record Members(String ownDesk, Set<String> libraries) {
    Members {
        libraries = Set.copyOf(libraries);
    }

    /** Whether the desk at {@code domain} belongs to a member, or is ours. */
    boolean admits(String domain) {
        return domain.equals(ownDesk) || libraries.contains(library(domain));
    }

    /** Whether people of {@code domain} are a member's, or ours. */
    boolean isLibrary(String domain) {
        return domain.equals(library(ownDesk)) || libraries.contains(domain);
    }

    /** The library that ours is the desk of. */
    String ownLibrary() {
        return library(ownDesk);
    }

    /** Where the desk of a library is: under the same name as ours. */
    String deskOf(String library) {
        return ownDesk.substring(0, ownDesk.indexOf('.') + 1) + library;
    }

    /** The library of a desk, or of an account. */
    static String libraryOf(Address deskOrAccount) {
        return deskOrAccount.local() == null ? library(deskOrAccount.domain()) : deskOrAccount.domain();
    }

    /** The library whose desk is at {@code domain}: {@code uppsala.test} for {@code ask.uppsala.test}. */
    static String library(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(dot + 1);
    }
}
