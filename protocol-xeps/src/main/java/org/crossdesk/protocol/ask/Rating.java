package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * {@code <rating/>}: a patron says how a conversation was that is over. Ask Services, section "How It Was".
 *
 * @param token the conversation's
 * @param stars from 1, bad, to {@value #STARS_MAX}, very good
 * @param words what they say beside, which may be nothing
 */
public record Rating(ConversationToken token, int stars, String words) implements AskPayload {
    /** The best there is. */
    public static final int STARS_MAX = 5;

    public Rating {
        Bounds.range("stars", stars, 1, STARS_MAX);
        if (!words.isEmpty()) {
            Bounds.text("what is said of a conversation", words, Bounds.RATING_MAX_CHARS);
        }
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rating(this);
    }
}
