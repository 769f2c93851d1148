package org.crossdesk.bot.assistant;

import java.util.Optional;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.StanzaBridge;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * An offer as a client of ours sees it.
 *
 * @param text the desk's words
 * @param summary the patron's question in one line, if the offer says it
 * @param language the language of the summary, if the offer says it
 * @param transfer whether another operator hands the session over
 */
public record OfferSeen(
        String text, @Nullable String summary, @Nullable String language, boolean transfer) {
    /** Reads what is there; a desk may leave out what it will. */
    static OfferSeen of(Received message) {
        Optional<Element> offer = message.payload("offer", StanzaBridge.ASK);
        Optional<Element> summary = offer.flatMap(element -> element.child("summary", StanzaBridge.ASK));
        return new OfferSeen(
                message.text(),
                summary.map(Element::text).orElse(null),
                summary.flatMap(element -> element.attribute(Element.LANGUAGE)).orElse(null),
                offer.flatMap(element -> element.attribute("transfer"))
                        .filter("true"::equals)
                        .isPresent());
    }
}
