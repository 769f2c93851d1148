package org.crossdesk.domain.delivery;

import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.Said;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * Words to a person that their client has yet to confirm.
 *
 * @param id the message's id, the same however often it is sent: a client drops by it what it has
 * @param from the address that person talks with
 * @param body the text
 * @param since when it was said, where that was before it was told (XEP-0203)
 * @param at when it was told first
 * @param elements what our own clients also understand, as XML
 * @param said which words of somebody these are; none: the desk's own
 */
public record Letter(
        String id,
        Address from,
        String body,
        @Nullable Instant since,
        Instant at,
        List<String> elements,
        @Nullable Said said) {
    public Letter {
        elements = List.copyOf(elements);
    }
}
