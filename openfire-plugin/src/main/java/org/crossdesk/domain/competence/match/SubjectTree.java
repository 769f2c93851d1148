package org.crossdesk.domain.competence.match;

import java.util.Set;

/** How concepts stand to each other, over all schemes. Concepts that no scheme knows stand alone. */
public interface SubjectTree {
    /** Where no scheme is known: every concept stands alone, and its name is its label. */
    SubjectTree FLAT = new SubjectTree() {
        @Override
        public Set<Concept> same(Concept concept) {
            return Set.of();
        }

        @Override
        public Set<Concept> broader(Concept concept) {
            return Set.of();
        }

        @Override
        public Set<Concept> close(Concept concept) {
            return Set.of();
        }

        @Override
        public String label(Concept concept) {
            return concept.name();
        }
    };

    /** Those of other schemes that mean the same. */
    Set<Concept> same(Concept concept);

    /** All that are broader, however far up, also in the schemes of those that mean the same. */
    Set<Concept> broader(Concept concept);

    /** Those of other schemes that mean nearly the same. */
    Set<Concept> close(Concept concept);

    /** What people call it. */
    String label(Concept concept);
}
