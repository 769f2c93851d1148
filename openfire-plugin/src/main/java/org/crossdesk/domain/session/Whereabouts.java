package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.jspecify.annotations.Nullable;

/**
 * Where a patron is. Immutable. Ask Services, section "Coming Back".
 *
 * @param token what their clients show to go on from another address; none: none has asked for one
 * @param addresses the accounts that are in the conversation by it, in the order they came; a guest's is one of its own
 * @param there the clients that have been heard since the desk started and have not gone, one of each account; never
 *     written down
 */
public record Whereabouts(@Nullable ConversationToken token, List<Address> addresses, List<Address> there) {
    /** Of no patron more is told what is said. */
    public static final int ADDRESSES_MAX = 4;

    /** Nobody has been heard yet. */
    static final Whereabouts UNKNOWN = new Whereabouts(null, List.of(), List.of());

    public Whereabouts {
        addresses = List.copyOf(addresses);
        there = List.copyOf(there);
    }

    /** Whether this client's account is among them. */
    static boolean holds(List<Address> some, Address client) {
        return some.stream().anyMatch(one -> one.sameBare(client));
    }

    static List<Address> without(List<Address> some, Address client) {
        return some.stream().filter(one -> !one.sameBare(client)).toList();
    }

    /**
     * The addresses with this client's: where there are too many, who is gone makes room, or who came first and is not the
     * one they wrote from last.
     */
    List<Address> joinedBy(Address client, Address lastWriter) {
        List<Address> joined = new ArrayList<>(without(addresses, client));
        while (joined.size() >= ADDRESSES_MAX) {
            Address leaves = joined.stream()
                    .filter(one -> !holds(there, one))
                    .findFirst()
                    .orElseGet(() -> without(joined, lastWriter).get(0));
            joined.remove(leaves);
        }
        joined.add(client.bare());
        return joined;
    }

    /** Who is there, with this client instead of another one of its account. */
    List<Address> heardOf(Address client) {
        List<Address> heard = new ArrayList<>(without(there, client));
        heard.add(client);
        return heard;
    }

    /** The same conversation at these addresses. */
    Whereabouts moved(ConversationToken of, List<Address> to) {
        return new Whereabouts(
                of, to, there.stream().filter(one -> holds(to, one)).toList());
    }

    Whereabouts withThere(List<Address> now) {
        return new Whereabouts(token, addresses, now);
    }
}
