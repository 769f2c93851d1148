package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Bounds;

/**
 * What a concept is called in one language, for those who don't have its scheme.
 *
 * @param tag the language, BCP 47, in the letter case of {@link Language}
 * @param name the name in it
 */
public record Label(String tag, String name) {
    public Label {
        tag = Language.canonical(tag);
        Bounds.line("label", name, Bounds.NAME_MAX_CHARS);
    }
}
