package org.crossdesk.deploy.match;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.crossdesk.domain.competence.match.Concept;
import org.crossdesk.domain.competence.match.SubjectTree;
import org.crossdesk.protocol.competence.Subject;

/** Concepts by number, each below one of a lower number; about as deep as the UNESCO Thesaurus. */
final class ConceptTree implements SubjectTree {
    /** No concept: above the topmost. */
    static final int NONE = -1;

    private static final int TOPS = 20;
    private static final int SPREAD = 3;

    private final int[] parents;

    ConceptTree(Random random, int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i < TOPS ? NONE : random.nextInt(i) / SPREAD;
        }
    }

    int size() {
        return parents.length;
    }

    int parent(int concept) {
        return parents[concept];
    }

    /** Whether the concept is the other one or below it. */
    boolean within(int concept, int top) {
        int at = concept;
        while (at > top) {
            at = parents[at];
        }
        return at == top;
    }

    static String name(int concept) {
        return "c" + concept;
    }

    @Override
    public Set<Concept> same(Concept concept) {
        return Set.of();
    }

    @Override
    public Set<Concept> broader(Concept concept) {
        Set<Concept> all = new LinkedHashSet<>();
        for (int at = parents[Integer.parseInt(concept.name().substring(1))]; at != NONE; at = parents[at]) {
            all.add(new Concept(Subject.GENERAL_SCHEME, name(at)));
        }
        return all;
    }

    @Override
    public Set<Concept> close(Concept concept) {
        return Set.of();
    }

    @Override
    public String label(Concept concept) {
        return concept.name();
    }
}
