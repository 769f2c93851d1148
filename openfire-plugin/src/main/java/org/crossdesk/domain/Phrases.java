package org.crossdesk.domain;

import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** The desk's own words. A pure function: the same for the same arguments. */
public interface Phrases {
    /**
     * The text of {@code phrase}.
     *
     * @param language BCP 47 tag of who reads it; unknown or missing: the library's own language
     * @param arguments what the text's places {@code {0}}, {@code {1}} are filled with
     */
    String say(Phrase phrase, @Nullable String language, Object... arguments);

    /** What a subject is called in this language; null where no scheme here has it. */
    default @Nullable String subject(Subject subject, @Nullable String language) {
        return null;
    }
}
