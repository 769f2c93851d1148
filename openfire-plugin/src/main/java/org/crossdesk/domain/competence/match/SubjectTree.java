package org.crossdesk.domain.competence.match;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How concepts, by their URIs, stand to each other over all schemes. Concepts that no scheme knows stand alone. */
public interface SubjectTree {
    /** Where no scheme is known: every concept stands alone, and its URI is its label. */
    SubjectTree FLAT = new SubjectTree() {
        @Override
        public Set<String> same(String concept) {
            return Set.of();
        }

        @Override
        public Set<String> broader(String concept) {
            return Set.of();
        }

        @Override
        public Set<String> close(String concept) {
            return Set.of();
        }

        @Override
        public String label(String concept, @Nullable String reader) {
            return concept;
        }
    };

    /** Those of other schemes that mean the same; perhaps with the concept itself. */
    Set<String> same(String concept);

    /** All that are broader, however far up, also in the schemes of those that mean the same. */
    Set<String> broader(String concept);

    /** Those of other schemes that mean nearly the same, and what means the same as they. */
    Set<String> close(String concept);

    /** What people call it in the reader's language, or the next best. */
    String label(String concept, @Nullable String reader);
}
