package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Bounds;

/**
 * A subject that an operator knows, or the least level at which a question needs it.
 *
 * @param scheme the name or URI of the scheme of concepts
 * @param concept the concept in it
 * @param level 1 general, 2 advanced, 3 specialist
 */
public record Subject(String scheme, String concept, int level) {
    /** The scheme that ships, and that is meant where none is named. */
    public static final String GENERAL_SCHEME = "general";

    /** The lowest level. */
    public static final int LEVEL_MIN = 1;

    /** The highest level. */
    public static final int LEVEL_MAX = 3;

    public Subject {
        Bounds.line("scheme", scheme, Bounds.NAME_MAX_CHARS);
        Bounds.line("concept", concept, Bounds.NAME_MAX_CHARS);
        Bounds.range("subject level", level, LEVEL_MIN, LEVEL_MAX);
    }
}
