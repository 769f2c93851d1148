package org.crossdesk.domain;

import org.jspecify.annotations.Nullable;

/**
 * What tells a person's client that words are somebody's, and which.
 *
 * @param id the message's id, the same however often it is told
 * @param replaces the id of what these words take the place of (XEP-0308), told before
 * @param link an address of http or https where something is to be fetched (XEP-0066)
 * @param guest whether they are of another library's session, which is not to be archived here
 */
public record Said(
        String id, @Nullable String replaces, @Nullable String link, boolean guest) {}
