package org.crossdesk.bot.smack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A presence as it arrived.
 *
 * @param at when it arrived here
 * @param from whose it is; in a room the occupant
 * @param type its type in lower case, {@code available} where the stanza has none
 * @param status its words
 * @param roomCodes the status codes of a room (XEP-0045): 110 is one's own presence
 * @param realAddress the occupant's own address, where the room shows it
 * @param payloads its children in our namespaces
 * @param failure what went wrong, if it is an error
 */
public record SeenPresence(
        Instant at,
        Address from,
        String type,
        @Nullable String status,
        Set<Integer> roomCodes,
        @Nullable Address realAddress,
        List<Element> payloads,
        @Nullable StanzaFailure failure) {
    /** The status code of one's own presence in a room. */
    public static final int ROOM_SELF = 110;

    public SeenPresence {
        roomCodes = Set.copyOf(roomCodes);
        payloads = List.copyOf(payloads);
    }

    /** Whether it says that somebody is there. */
    public boolean isAvailable() {
        return type.equals("available");
    }

    /** The child of ours with this name. */
    public Optional<Element> payload(String name, String namespace) {
        return payloads.stream().filter(payload -> payload.is(name, namespace)).findFirst();
    }
}
