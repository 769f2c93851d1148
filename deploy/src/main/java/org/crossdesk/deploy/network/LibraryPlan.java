package org.crossdesk.deploy.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.crossdesk.deploy.openfire.LoopbackAddress;
import org.crossdesk.deploy.openfire.Ports;
import org.crossdesk.deploy.seed.Account;

/**
 * One library of the network.
 *
 * @param name for people
 * @param domain its XMPP domain
 * @param address where its server listens
 * @param ports at which ports
 * @param accounts the accounts it starts with
 * @param properties Openfire properties besides those every server has, which they overrule
 */
public record LibraryPlan(
        String name,
        String domain,
        LoopbackAddress address,
        Ports ports,
        List<Account> accounts,
        Map<String, String> properties) {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,7}");

    public LibraryPlan {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("Not a domain in lower case with at least one dot: " + domain);
        }
        accounts = List.copyOf(accounts);
        properties = Map.copyOf(properties);
    }

    /** A library at the standard ports, named by its domain, without further properties. */
    public static LibraryPlan of(String domain, String address, Account... accounts) {
        return new LibraryPlan(
                domain, domain, new LoopbackAddress(address), Ports.STANDARD, List.of(accounts), Map.of());
    }

    /** The same library with further properties. */
    public LibraryPlan with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(more);
        return new LibraryPlan(name, domain, address, ports, accounts, all);
    }

    /** The same library under a name for people. */
    public LibraryPlan named(String newName) {
        return new LibraryPlan(newName, domain, address, ports, accounts, properties);
    }
}
