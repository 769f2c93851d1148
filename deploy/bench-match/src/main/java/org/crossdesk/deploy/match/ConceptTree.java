package org.crossdesk.deploy.match;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.crossdesk.domain.competence.match.SubjectTree;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

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

    private static int number(String concept) {
        return Integer.parseInt(concept.substring(Subject.GENERAL_SCHEME_URI.length() + 1));
    }

    @Override
    public Set<String> same(String concept) {
        return Set.of();
    }

    @Override
    public Set<String> broader(String concept) {
        Set<String> all = new LinkedHashSet<>();
        for (int at = parents[number(concept)]; at != NONE; at = parents[at]) {
            all.add(Subject.GENERAL_SCHEME_URI + name(at));
        }
        return all;
    }

    @Override
    public Set<String> close(String concept) {
        return Set.of();
    }

    @Override
    public String label(String concept, @Nullable String reader) {
        return concept;
    }
}
