package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Two schemes of concepts with several parents each, some of which mean the same or nearly the same. */
final class RandomTree implements SubjectTree {
    private final List<Concept> concepts = new ArrayList<>();
    private final Map<Concept, Set<Concept>> parents = new HashMap<>();
    private final Map<Concept, Set<Concept>> same = new HashMap<>();
    private final Map<Concept, Set<Concept>> close = new HashMap<>();
    private final Map<Concept, Set<Concept>> broader = new HashMap<>();

    RandomTree(Random random, int size) {
        for (int i = 0; i < size; i++) {
            Concept concept = new Concept(i % 3 == 0 ? "udc" : "general", "c" + i);
            if (i > 2) {
                for (int parent = random.nextInt(3); parent > 0; parent--) {
                    link(parents, concept, concepts.get(random.nextInt(i)));
                }
                if (random.nextInt(4) == 0) {
                    both(same, concept, concepts.get(random.nextInt(i)));
                }
                if (random.nextInt(4) == 0) {
                    both(close, concept, concepts.get(random.nextInt(i)));
                }
            }
            concepts.add(concept);
        }
    }

    private static void both(Map<Concept, Set<Concept>> links, Concept one, Concept other) {
        link(links, one, other);
        link(links, other, one);
    }

    private static void link(Map<Concept, Set<Concept>> links, Concept from, Concept to) {
        links.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
    }

    List<Concept> concepts() {
        return concepts;
    }

    @Override
    public Set<Concept> same(Concept concept) {
        return same.getOrDefault(concept, Set.of());
    }

    @Override
    public Set<Concept> broader(Concept concept) {
        return broader.computeIfAbsent(concept, this::allAbove);
    }

    private Set<Concept> allAbove(Concept concept) {
        Set<Concept> all = new LinkedHashSet<>();
        List<Concept> next = new ArrayList<>(List.of(concept));
        next.addAll(same(concept));
        while (!next.isEmpty()) {
            for (Concept parent : parents.getOrDefault(next.remove(next.size() - 1), Set.of())) {
                if (all.add(parent)) {
                    next.add(parent);
                }
            }
        }
        return all;
    }

    @Override
    public Set<Concept> close(Concept concept) {
        return close.getOrDefault(concept, Set.of());
    }

    @Override
    public String label(Concept concept) {
        return "label of " + concept.name();
    }
}
