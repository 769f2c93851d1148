package org.crossdesk.edge.xmpp;

import java.util.Locale;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;

/** The one place where a refusal becomes a stanza error (RFC 6120, section 8.3), and the other way round. */
public final class StanzaErrors {
    private StanzaErrors() {}

    /** The error stanza that answers {@code stanza}. */
    static Packet refuse(Packet stanza, Refusal refusal) {
        Packet error = stanza instanceof IQ iq ? IQ.createResultIQ(iq) : reply((Message) stanza);
        if (error instanceof IQ iq) {
            iq.setType(IQ.Type.error);
        }
        error.setError(error(refusal));
        return error;
    }

    private static Message reply(Message message) {
        Message reply = new Message();
        reply.setType(Message.Type.error);
        reply.setID(message.getID());
        reply.setFrom(message.getTo());
        reply.setTo(message.getFrom());
        return reply;
    }

    /** The error element of a refusal. */
    public static PacketError error(Refusal refusal) {
        PacketError.Condition condition = PacketError.Condition.fromXMPP(
                refusal.condition().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new PacketError(condition, condition.getDefaultType(), refusal.text(), "en");
    }

    /** What an error stanza of somebody else says. */
    static Refusal refusal(@Nullable PacketError error) {
        if (error == null) {
            return new Refusal(Condition.BAD_REQUEST, "an error without a reason");
        }
        String text = error.getText();
        PacketError.Condition condition = error.getCondition();
        return new Refusal(condition(condition), text == null ? String.valueOf(condition) : text);
    }

    private static Condition condition(PacketError.@Nullable Condition condition) {
        if (condition != null) {
            String name = condition.toXMPP().toUpperCase(Locale.ROOT).replace('-', '_');
            for (Condition known : Condition.values()) {
                if (known.name().equals(name)) {
                    return known;
                }
            }
        }
        return Condition.UNDEFINED_CONDITION;
    }
}
