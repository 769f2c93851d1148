package org.crossdesk.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a person's client says beside the text of a message.
 *
 * @param corrects the id of their own message that this one takes the place of (XEP-0308)
 * @param link an address of http or https where something is to be fetched (XEP-0066)
 * @param markable whether the client wants to hear that it was seen (XEP-0333)
 */
public record Attached(@Nullable String corrects, @Nullable String link, boolean markable) {
    /** Nothing beside the text. */
    public static final Attached NOTHING = new Attached(null, null, false);
}
