package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Bounds;

/**
 * Socio-cultural insight: knowing a region, a community or a matter from the inside.
 *
 * @param kind what {@code name} is
 * @param name an ISO 3166 or UN M49 code, a community's name, or a free term
 * @param level 1 general, 2 advanced, 3 specialist
 */
public record Insight(Kind kind, String name, int level) {
    /** What an insight is about. */
    public enum Kind {
        REGION,
        COMMUNITY,
        TERM
    }

    public Insight {
        Bounds.line("insight", name, Bounds.NAME_MAX_CHARS);
        Bounds.range("insight level", level, Subject.LEVEL_MIN, Subject.LEVEL_MAX);
    }
}
