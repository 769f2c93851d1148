package org.crossdesk.edge.xmpp;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.crossdesk.domain.Attached;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Extras;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.Message;

/** What a person's client says in a chat message beside its text. */
final class Chat {
    static final String CORRECT = "urn:xmpp:message-correct:0";
    static final String OOB = "jabber:x:oob";
    static final String MARKERS = "urn:xmpp:chat-markers:0";
    static final String STATES = "http://jabber.org/protocol/chatstates";

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

    /** What the message has beside its text. */
    static Attached attached(Message message) {
        Element replace = child(message, "replace", CORRECT);
        String replaced = replace == null ? null : replace.attributeValue("id");
        return new Attached(
                replaced == null || replaced.length() > ID_MAX_CHARS ? null : replaced,
                link(message),
                child(message, "markable", MARKERS) != null);
    }

    /** The address of what is to be fetched elsewhere (XEP-0066), if there is a proper one. */
    static @Nullable String link(Message message) {
        Element oob = child(message, "x", OOB);
        String url = oob == null ? null : oob.elementText("url");
        return url != null && Extras.isLink(url.strip()) ? url.strip() : null;
    }

    /** What somebody is doing (XEP-0085), if that is said. */
    static @Nullable ChatState state(Message message) {
        for (ChatState state : ChatState.values()) {
            if (child(message, state.name().toLowerCase(Locale.ROOT), STATES) != null) {
                return state;
            }
        }
        return null;
    }

    /** The id of our message that somebody has seen (XEP-0333), if they say so. */
    static @Nullable String displayed(Message message) {
        Element displayed = child(message, "displayed", MARKERS);
        String id = displayed == null ? null : displayed.attributeValue("id");
        return id == null || id.length() > ID_MAX_CHARS ? null : id;
    }

    private static @Nullable Element child(Message message, String name, String namespace) {
        return message.getElement().element(QName.get(name, Namespace.get(namespace)));
    }

    /** The id of our message that this one confirms (XEP-0184), if it does. */
    static @Nullable String confirms(Message message) {
        Element received = message.getElement().element(QName.get("received", Namespace.get("urn:xmpp:receipts")));
        String id = received == null ? null : received.attributeValue("id");
        return id == null || id.length() > ID_MAX_CHARS ? null : id;
    }
}
