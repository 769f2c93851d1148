package org.crossdesk.domain;

import org.jspecify.annotations.Nullable;

/**
 * What tells a person's client which words these are.
 *
 * @param id the message's id, the same however often it is told
 * @param replaces the id of what these words take the place of (XEP-0308), told before
 * @param link an address of http or https where something is to be fetched (XEP-0066)
 * @param guest whether they are of another library's session, which is not to be archived here
 * @param unmarked whether nobody waits to hear that they were seen: they are the desk's own, or the reader's; none: no
 * @param prefixChars how many characters before them are for clients that know no better (XEP-0428); none: no
 */
public record Said(
        String id,
        @Nullable String replaces,
        @Nullable String link,
        boolean guest,
        @Nullable Boolean unmarked,
        @Nullable Integer prefixChars) {
    /** Words that have nothing before them. */
    public Said(
            String id, @Nullable String replaces, @Nullable String link, boolean guest, @Nullable Boolean unmarked) {
        this(id, replaces, link, guest, unmarked, null);
    }

    /** Words of somebody who may wish to hear that they were seen. */
    public Said(String id, @Nullable String replaces, @Nullable String link, boolean guest) {
        this(id, replaces, link, guest, null);
    }
}
