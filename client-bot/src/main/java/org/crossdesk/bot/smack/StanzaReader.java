package org.crossdesk.bot.smack;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.carbons.packet.CarbonExtension;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.receipts.DeliveryReceipt;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/** Smack's stanzas as values of ours. */
final class StanzaReader {
    private StanzaReader() {}

    /** Reads a message; a carbon becomes the message that it carries. {@code own} stands for a missing sender. */
    static Received message(Message message, Address own, Instant at) {
        CarbonExtension carbon = CarbonExtension.from(message);
        // Anybody can send something that looks like a carbon: only one's own account may (XEP-0280, section 11).
        if (carbon == null || !address(message.getFrom(), own).equals(own.bare())) {
            return message(message, own, at, Received.Copy.NONE);
        }
        Received.Copy copy =
                carbon.getDirection() == CarbonExtension.Direction.sent ? Received.Copy.SENT : Received.Copy.RECEIVED;
        return message(carbon.getForwarded().getForwardedStanza(), own, at, copy);
    }

    private static Received message(Message message, Address own, Instant at, Received.Copy copy) {
        DelayInformation delay = message.getExtension(DelayInformation.class);
        DeliveryReceipt receipt = message.getExtension(DeliveryReceipt.class);
        Optional<Message.Body> body = body(message);
        String bodyLanguage = body.map(Message.Body::getLanguage).orElse(null);
        return new Received(
                at,
                address(message.getFrom(), own),
                kind(message.getType()),
                message.getStanzaId(),
                body.map(Message.Body::getMessage).orElse(null),
                bodyLanguage == null ? message.getLanguage() : bodyLanguage,
                delay == null ? null : delay.getStamp().toInstant(),
                StanzaBridge.payloads(message),
                receipt == null ? null : receipt.getId(),
                message.hasExtension(DeliveryReceiptRequest.class),
                copy,
                SmackFailures.read(message.getError()));
    }

    /** The plain body, or else whichever language there is: Smack would pick by the language of this Java. */
    private static Optional<Message.Body> body(Message message) {
        Optional<Message.Body> plain = message.getBodies().stream()
                .filter(body -> body.getLanguage() == null)
                .findFirst();
        return plain.isPresent() ? plain : message.getBodies().stream().findFirst();
    }

    private static Received.Kind kind(Message.@Nullable Type type) {
        return type == null
                ? Received.Kind.NORMAL
                : Received.Kind.valueOf(type.name().toUpperCase(Locale.ROOT));
    }

    /** Reads a presence. */
    static SeenPresence presence(Presence presence, Address own, Instant at) {
        MUCUser room = MUCUser.from(presence);
        Set<Integer> codes = room == null || room.getStatus() == null
                ? Set.of()
                : room.getStatus().stream().map(MUCUser.Status::getCode).collect(Collectors.toUnmodifiableSet());
        Jid real =
                room == null || room.getItem() == null ? null : room.getItem().getJid();
        return new SeenPresence(
                at,
                address(presence.getFrom(), own),
                presence.getType().name(),
                presence.getStatus(),
                codes,
                real == null ? null : Address.parse(real.toString()),
                List.copyOf(StanzaBridge.payloads(presence)),
                SmackFailures.read(presence.getError()));
    }

    private static Address address(@Nullable Jid from, Address own) {
        return from == null ? own.bare() : Address.parse(from.toString());
    }
}
