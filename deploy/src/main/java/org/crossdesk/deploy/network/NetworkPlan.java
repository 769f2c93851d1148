package org.crossdesk.deploy.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.crossdesk.deploy.openfire.ServerNames;

/**
 * The libraries of a network.
 *
 * @param libraries at least one; no two share a domain or an address
 */
public record NetworkPlan(List<LibraryPlan> libraries) {
    public NetworkPlan {
        libraries = List.copyOf(libraries);
        Set<Object> seen = new HashSet<>();
        for (LibraryPlan library : libraries) {
            if (!seen.add(library.domain()) || !seen.add(library.address())) {
                throw new IllegalArgumentException(
                        "Two libraries share " + library.domain() + " or " + library.address() + ".");
            }
        }
        if (libraries.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one library.");
        }
    }

    /** A network of these libraries. */
    public static NetworkPlan of(LibraryPlan... libraries) {
        return new NetworkPlan(List.of(libraries));
    }

    /** The same network with further Openfire properties at every library. */
    public NetworkPlan with(Map<String, String> properties) {
        return mapped(library -> library.with(properties));
    }

    /** The same network with further Openfire properties at one library. */
    public NetworkPlan with(String domain, Map<String, String> properties) {
        if (libraries.stream().noneMatch(library -> library.domain().equals(domain))) {
            throw new IllegalArgumentException("No library " + domain + " in the plan.");
        }
        return mapped(library -> library.domain().equals(domain) ? library.with(properties) : library);
    }

    /** Where each name of the network is: {@code address:port} of the server to server port. */
    Map<String, String> whereabouts() {
        Map<String, String> all = new TreeMap<>();
        for (LibraryPlan library : libraries) {
            for (String name : ServerNames.of(library.domain())) {
                all.put(name, library.address() + ":" + library.ports().server());
            }
        }
        return all;
    }

    private NetworkPlan mapped(UnaryOperator<LibraryPlan> change) {
        return new NetworkPlan(libraries.stream().map(change).toList());
    }
}
