package org.crossdesk.protocol.session;

import java.util.List;
import org.crossdesk.protocol.Bounds;

/**
 * What an operator calls a session by when they close it, in words of their own. Session Transfer, section "Closing".
 *
 * @param all each of them, without a sign before it
 */
public record Tags(List<String> all) {
    /** No tag. */
    public static final Tags NONE = new Tags(List.of());

    public Tags {
        all = Bounds.list("tags", all, Bounds.TAGS_MAX);
        all.forEach(tag -> Bounds.line("a tag", tag, Bounds.TAG_MAX_CHARS));
    }

    /** Whether there is none. */
    public boolean none() {
        return all.isEmpty();
    }
}
