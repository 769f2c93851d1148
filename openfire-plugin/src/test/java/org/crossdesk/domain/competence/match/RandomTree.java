package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** Two schemes of concepts with several parents each, some of which mean the same or nearly the same. */
final class RandomTree implements SubjectTree {
    private final List<String> concepts = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> same = new HashMap<>();
    private final Map<String, Set<String>> close = new HashMap<>();
    private final Map<String, Set<String>> broader = new HashMap<>();

    RandomTree(Random random, int size) {
        for (int i = 0; i < size; i++) {
            Subject subject = new Subject(i % 3 == 0 ? "udc" : Subject.GENERAL_SCHEME, "c" + i, 1);
            String concept = subject.uri();
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
            subjects.add(subject);
        }
    }

    private static void both(Map<String, Set<String>> links, String one, String other) {
        link(links, one, other);
        link(links, other, one);
    }

    private static void link(Map<String, Set<String>> links, String from, String to) {
        links.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
    }

    /** The concepts, at some level. */
    List<Subject> subjects() {
        return subjects;
    }

    @Override
    public Set<String> same(String concept) {
        return same.getOrDefault(concept, Set.of());
    }

    @Override
    public Set<String> broader(String concept) {
        return broader.computeIfAbsent(concept, this::allAbove);
    }

    private Set<String> allAbove(String concept) {
        Set<String> all = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(List.of(concept));
        next.addAll(same(concept));
        while (!next.isEmpty()) {
            for (String parent : parents.getOrDefault(next.remove(next.size() - 1), Set.of())) {
                if (all.add(parent)) {
                    next.add(parent);
                }
            }
        }
        return all;
    }

    @Override
    public Set<String> close(String concept) {
        return close.getOrDefault(concept, Set.of());
    }

    @Override
    public String label(String concept, @Nullable String reader) {
        return "label of " + concept;
    }
}
