package org.crossdesk.domain.service;

import java.util.List;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;

/**
 * Whose operators may staff a service, of the libraries in the hub's member list. A library consents by asking to be let
 * in: Ask Services, section "Staffing a Service".
 *
 * @param kind who
 * @param libraries the domains of the libraries, where they are named
 */
public record Staffing(Kind kind, List<String> libraries) {
    /** Who may, where their own library consents. */
    public enum Kind {
        /** Every member. */
        WHOEVER_CONSENTS,
        /** The libraries that are named. */
        NAMED
    }

    /** Every member that consents. */
    public static final Staffing WHOEVER_CONSENTS = new Staffing(Kind.WHOEVER_CONSENTS, List.of());

    /** So many libraries can be named. */
    public static final int LIBRARIES_MAX = 500;

    public Staffing {
        libraries = Bounds.list("libraries", libraries, LIBRARIES_MAX);
        if (kind == Kind.NAMED && libraries.isEmpty()) {
            throw new IllegalArgumentException("a service needs members: name libraries, or write 'whoever-consents'"
                    + " for every library in the member list");
        }
        if (kind != Kind.NAMED && !libraries.isEmpty()) {
            throw new IllegalArgumentException("libraries are named, or whoever consents is let in");
        }
        for (String library : libraries) {
            if (library.indexOf('.') < 0 || !Address.ofDomain(library).domain().equals(library)) {
                throw new IllegalArgumentException("'" + library + "' is no domain of a library: write uppsala.test");
            }
        }
    }

    /** Whether operators of the library of {@code desk} may staff it; {@code hub}'s own always may. */
    public boolean admits(Address desk, Address hub) {
        String library = LibraryDomain.of(desk);
        return kind != Kind.NAMED || libraries.contains(library) || library.equals(LibraryDomain.of(hub));
    }
}
