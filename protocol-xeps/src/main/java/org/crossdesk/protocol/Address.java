package org.crossdesk.protocol;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An XMPP address (RFC 7622), taken apart. It checks the shape and the lengths only: the server at the edge has
 * prepared and compared the parts before they come here.
 *
 * @param local the part before the at sign, if any
 * @param domain the domain, in lower case
 * @param resource the part behind the slash, if any
 */
public record Address(
        @Nullable String local, String domain, @Nullable String resource) {
    private static final int PART_MAX_CHARS = 1_023;

    public Address {
        domain = domain.toLowerCase(Locale.ROOT);
        check("domain", domain);
        if (domain.indexOf('@') >= 0 || domain.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a domain: " + domain);
        }
        if (local != null) {
            check("local part", local);
            if (local.indexOf('@') >= 0 || local.indexOf('/') >= 0) {
                throw new IllegalArgumentException("not a local part: " + local);
            }
        }
        if (resource != null) {
            check("resource", resource);
        }
    }

    private static void check(String what, String part) {
        Bounds.text(what, part, PART_MAX_CHARS);
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < ' ' || (part.charAt(i) == ' ' && !what.equals("resource"))) {
                throw new IllegalArgumentException(what + " has a character that no address has");
            }
        }
    }

    /** Reads {@code local@domain/resource}; throws {@link IllegalArgumentException} where it is none. */
    public static Address parse(String text) {
        int slash = text.indexOf('/');
        String bare = slash < 0 ? text : text.substring(0, slash);
        String resource = slash < 0 ? null : text.substring(slash + 1);
        int at = bare.indexOf('@');
        return new Address(at < 0 ? null : bare.substring(0, at), bare.substring(at + 1), resource);
    }

    /** The address of a domain alone. */
    public static Address ofDomain(String domain) {
        return new Address(null, domain, null);
    }

    /** This address without its resource. */
    public Address bare() {
        return resource == null ? this : new Address(local, domain, null);
    }

    /** This address with another resource. */
    public Address withResource(String other) {
        return new Address(local, domain, other);
    }

    /** This domain with another local part and no resource. */
    public Address withLocal(String other) {
        return new Address(other, domain, null);
    }

    /** Whether both are the same but for the resource. */
    public boolean sameBare(Address other) {
        return domain.equals(other.domain) && Objects.equals(local, other.local);
    }

    // By hand, as toString: every message looks addresses up, and what a record is given is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Address address
                        && sameBare(address)
                        && Objects.equals(resource, address.resource));
    }

    @Override
    public int hashCode() {
        int hash = domain.hashCode();
        hash = 31 * hash + (local == null ? 0 : local.hashCode());
        return 31 * hash + (resource == null ? 0 : resource.hashCode());
    }

    @Override
    public String toString() {
        return (local == null ? "" : local + "@") + domain + (resource == null ? "" : "/" + resource);
    }
}
