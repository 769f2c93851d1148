package org.crossdesk.bot.smack;

import java.util.List;
import java.util.UUID;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.XmlCharacters;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/** Values of ours as Smack's stanzas. */
final class StanzaWriter {
    private StanzaWriter() {}

    static Message message(Outgoing outgoing) throws ClientException {
        String wanted = outgoing.id();
        String id = wanted == null ? UUID.randomUUID().toString() : wanted;
        MessageBuilder stanza =
                MessageBuilder.buildMessage(id).ofType(Message.Type.chat).to(jid(outgoing.to()));
        if (outgoing.body() != null) {
            // A character that XML cannot carry would end the stream.
            stanza.setBody(XmlCharacters.replaceForbidden(outgoing.body()));
        }
        if (outgoing.language() != null) {
            stanza.setLanguage(outgoing.language());
        }
        stanza.addExtension(new OriginIdElement(id));
        if (outgoing.receiptWanted()) {
            stanza.addExtension(new DeliveryReceiptRequest());
        }
        outgoing.payloads().forEach(payload -> stanza.addExtension(StanzaBridge.toExtension(payload)));
        return stanza.build();
    }

    static Presence presence(Presence.Type type, @Nullable Address to, @Nullable String status, List<Element> payloads)
            throws ClientException {
        PresenceBuilder stanza = PresenceBuilder.buildPresence().ofType(type).setStatus(status);
        if (to != null) {
            stanza.to(jid(to));
        }
        payloads.forEach(payload -> stanza.addExtension(StanzaBridge.toExtension(payload)));
        return stanza.build();
    }

    static Jid jid(Address address) throws ClientException {
        try {
            return JidCreate.from(address.toString());
        } catch (XmppStringprepException e) {
            throw new ClientException(address + " is no address: " + e.getMessage(), e);
        }
    }
}
