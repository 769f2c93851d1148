package org.crossdesk.edge.xmpp;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.Message;

/** What a person's client says in a chat message beside its text. */
final class Chat {
    private static final int ID_MAX_CHARS = 255;

    private Chat() {}

    /** What a retry of this message would carry too: its origin-id (XEP-0359), or else its id. */
    static @Nullable String messageId(Message message) {
        Element origin = message.getElement().element(QName.get("origin-id", Namespace.get("urn:xmpp:sid:0")));
        String id = origin == null ? message.getID() : origin.attributeValue("id");
        return id == null || id.isEmpty() || id.length() > ID_MAX_CHARS ? null : id;
    }

    /** The id to confirm, where the client asks for a receipt (XEP-0184). */
    static @Nullable String wantsReceipt(Message message) {
        boolean asked = message.getElement().element(QName.get("request", Namespace.get("urn:xmpp:receipts"))) != null;
        return asked ? message.getID() : null;
    }

    /** The {@code xml:lang} of an element, if it is a language tag: the primary language of it. */
    static @Nullable String language(Element element) {
        Attribute attribute = element.attribute(QName.get("lang", Namespace.XML_NAMESPACE));
        if (attribute == null || attribute.getValue().isBlank()) {
            return null;
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(attribute.getValue())
                    .build()
                    .getLanguage();
            return tag.isEmpty() ? null : tag;
        } catch (IllformedLocaleException e) {
            // A client's odd tag is no reason not to take the message.
            return null;
        }
    }

    /** The id of our message that this one confirms (XEP-0184), if it does. */
    static @Nullable String confirms(Message message) {
        Element received = message.getElement().element(QName.get("received", Namespace.get("urn:xmpp:receipts")));
        String id = received == null ? null : received.attributeValue("id");
        return id == null || id.length() > ID_MAX_CHARS ? null : id;
    }
}
