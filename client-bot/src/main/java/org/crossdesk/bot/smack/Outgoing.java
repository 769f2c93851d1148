package org.crossdesk.bot.smack;

import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A chat message to send.
 *
 * @param to whom it goes to
 * @param body its words
 * @param language its {@code xml:lang}
 * @param id its stanza id and origin id (XEP-0359); a client that says a thing again uses the same one. Without it a
 *     new one is made
 * @param receiptWanted whether to ask for a receipt (XEP-0184)
 * @param payloads further children
 */
public record Outgoing(
        Address to,
        @Nullable String body,
        @Nullable String language,
        @Nullable String id,
        boolean receiptWanted,
        List<Element> payloads) {
    public Outgoing {
        payloads = List.copyOf(payloads);
    }

    /** Words to somebody, with a receipt asked for. */
    public static Outgoing chat(Address to, String body) {
        return new Outgoing(to, body, null, null, true, List.of());
    }

    /** The same in this language. */
    public Outgoing in(@Nullable String tag) {
        return new Outgoing(to, body, tag, id, receiptWanted, payloads);
    }

    /** The same under this id. */
    public Outgoing withId(String wanted) {
        return new Outgoing(to, body, language, wanted, receiptWanted, payloads);
    }

    /** The same, without asking for a receipt. */
    public Outgoing withoutReceipt() {
        return new Outgoing(to, body, language, id, false, payloads);
    }

    /** The same with these children. */
    public Outgoing with(Element... children) {
        return new Outgoing(to, body, language, id, receiptWanted, List.of(children));
    }
}
