package org.crossdesk.bot.smack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A message as it arrived.
 *
 * @param at when it arrived here
 * @param from its sender; the account itself where the server left the sender out
 * @param kind its type
 * @param id its stanza id
 * @param body its words
 * @param language the language that the sender gave it
 * @param delayed when it was first said, if somebody kept it meanwhile (XEP-0203)
 * @param payloads its children in our namespaces
 * @param receiptFor the id of our message that it acknowledges (XEP-0184)
 * @param receiptWanted whether the sender asks for a receipt
 * @param copy whether it is a copy of what another device of the account had to do with (XEP-0280)
 * @param failure what went wrong, if it is an error
 */
public record Received(
        Instant at,
        Address from,
        Kind kind,
        @Nullable String id,
        @Nullable String body,
        @Nullable String language,
        @Nullable Instant delayed,
        List<Element> payloads,
        @Nullable String receiptFor,
        boolean receiptWanted,
        Copy copy,
        @Nullable StanzaFailure failure) {
    /** The type of a message (RFC 6121, section 5.2.2). */
    public enum Kind {
        CHAT,
        GROUPCHAT,
        NORMAL,
        HEADLINE,
        ERROR
    }

    /** Whether a message came to this device itself. */
    public enum Copy {
        /** It came to this device. */
        NONE,
        /** Another device received it. */
        RECEIVED,
        /** Another device sent it. */
        SENT
    }

    public Received {
        payloads = List.copyOf(payloads);
    }

    /** A plain chat message, as a stream of one's own making has them. */
    public static Received chat(Address from, String body) {
        return new Received(
                Instant.now(), from, Kind.CHAT, null, body, null, null, List.of(), null, false, Copy.NONE, null);
    }

    /** The same with these elements of ours. */
    public Received withPayloads(Element... elements) {
        return new Received(
                at,
                from,
                kind,
                id,
                body,
                language,
                delayed,
                List.of(elements),
                receiptFor,
                receiptWanted,
                copy,
                failure);
    }

    /** The same, said at that time and kept since. */
    public Received withDelay(Instant said) {
        return new Received(
                at, from, kind, id, body, language, said, payloads, receiptFor, receiptWanted, copy, failure);
    }

    /** The words, empty where there are none. */
    public String text() {
        return body == null ? "" : body;
    }

    /** The child of ours with this name. */
    public Optional<Element> payload(String name, String namespace) {
        return payloads.stream().filter(payload -> payload.is(name, namespace)).findFirst();
    }

    /** Whether it comes from this address, whatever the resource. */
    public boolean isFrom(Address address) {
        return from.sameBare(address);
    }

    /** Whether somebody wrote words in it to this device: no receipt, no error, no copy, no room's talk. */
    public boolean isSaid() {
        return body != null && (kind == Kind.CHAT || kind == Kind.NORMAL) && copy == Copy.NONE;
    }
}
