package org.crossdesk.deploy.seed;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account of one library.
 *
 * @param name the node of its XMPP address
 * @param password what it logs in with
 * @param fullName the person's name
 * @param groups the groups it is a member of
 */
public record Account(String name, String password, String fullName, Set<String> groups) {
    private static final Pattern NODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public Account {
        if (!NODE.matcher(name).matches()) {
            throw new IllegalArgumentException("An account's name is 1 to 64 of a-z, 0-9, '.', '_' and '-': " + name);
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("An account needs a password: " + name);
        }
        groups = Set.copyOf(groups);
    }

    /** An account whose person's name doesn't matter. */
    public static Account of(String name, String password, String... groups) {
        return new Account(name, password, name, Set.of(groups));
    }
}
