package org.crossdesk.domain;

import org.crossdesk.protocol.Address;

/** Which library a desk belongs to: {@code ask.uppsala.test} speaks for {@code uppsala.test}. */
public final class LibraryDomain {
    private LibraryDomain() {}

    /** The domain of the library whose desk, handle or service this is. */
    public static String of(Address desk) {
        return desk.domain().substring(desk.domain().indexOf('.') + 1);
    }
}
