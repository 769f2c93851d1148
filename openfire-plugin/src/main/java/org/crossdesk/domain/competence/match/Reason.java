package org.crossdesk.domain.competence.match;

/**
 * Why somebody fits a part of a need.
 *
 * @param part which sort of part
 * @param needed what is needed: a language's tag, a concept's label, an insight's name
 * @param known what serves it
 * @param level the level at which it is known: 1 to 7 for a language, else 1 to 3
 * @param way how what is known stands to what is needed
 * @param points what it brings
 */
public record Reason(Part part, String needed, String known, int level, Way way, int points) {
    /** What a need is made of. */
    public enum Part {
        LANGUAGE,
        SUBJECT,
        INSIGHT
    }

    /** How what is known stands to what is needed, and what a level of it counts. */
    public enum Way {
        SAME(4),
        BROADER(3),
        CLOSE(3),
        NARROWER(2);

        private final int points;

        Way(int points) {
            this.points = points;
        }

        /** The points of each level. */
        public int points() {
            return points;
        }
    }
}
