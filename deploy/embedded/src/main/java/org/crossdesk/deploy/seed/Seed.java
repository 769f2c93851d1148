package org.crossdesk.deploy.seed;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one server is to hold when it starts.
 *
 * <p>Properties are set at every start, and one that an earlier seed named and this one doesn't is deleted: Openfire
 * keeps properties in its database, where a stale one would go on ruling. Groups and accounts are only made where
 * they are missing, so that a changed password is kept.
 *
 * @param properties Openfire properties by name
 * @param groups the groups to make, besides those of the accounts
 * @param accounts the accounts to make
 */
public record Seed(Map<String, String> properties, Set<String> groups, List<Account> accounts) {
    public Seed {
        properties = Map.copyOf(properties);
        groups = Set.copyOf(groups);
        accounts = List.copyOf(accounts);
    }
}
