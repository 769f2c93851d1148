package org.crossdesk.domain.competence.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossdesk.domain.competence.match.SubjectTree;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** Several schemes side by side, the general one first. Immutable. */
public final class SchemeBook implements SubjectOrder, SubjectTree {
    /** No scheme at all: subjects are what is typed. */
    public static final SchemeBook EMPTY = new SchemeBook(List.of());

    /** What is suggested where nothing is found. */
    private static final int SUGGESTIONS_MAX = 5;

    /** Further off than that a word is another. */
    private static final int TYPING_MISTAKES_MAX = 3;

    private final Map<String, Scheme> byName = new LinkedHashMap<>();

    private final Map<String, List<String>> exact = new HashMap<>();
    private final Map<String, List<String>> close = new HashMap<>();

    /** These schemes; of two by one name the later counts. */
    public SchemeBook(List<Scheme> schemes) {
        for (Scheme scheme : schemes) {
            byName.put(scheme.name(), scheme);
        }
        for (Scheme scheme : byName.values()) {
            scheme.allExact()
                    .forEach((one, others) ->
                            exact.computeIfAbsent(one, any -> new ArrayList<>()).addAll(others));
            scheme.allClose()
                    .forEach((one, others) ->
                            close.computeIfAbsent(one, any -> new ArrayList<>()).addAll(others));
        }
    }

    /** Every scheme. */
    public List<Scheme> schemes() {
        return List.copyOf(byName.values());
    }

    /** With one more, or another in place of the one of that name. */
    public SchemeBook with(Scheme scheme) {
        List<Scheme> all = new ArrayList<>(byName.values());
        all.removeIf(one -> one.name().equals(scheme.name()));
        all.add(scheme);
        return new SchemeBook(all);
    }

    /** The concept of this URI, if a scheme has it. */
    public @Nullable Concept byUri(String uri) {
        return byName.values().stream()
                .map(scheme -> scheme.byUri(uri))
                .filter(concept -> concept != null)
                .findFirst()
                .orElse(null);
    }

    /** What a subject is called, by the scheme if it is here, else by what it brings with it. */
    public @Nullable String name(Subject subject, @Nullable String language) {
        Concept concept = byUri(subject.uri());
        return concept == null ? null : concept.name(language);
    }

    /**
     * The subject that somebody means who types this: a short code, a URI or a label in any language, perhaps behind the
     * scheme's name and {@code #}.
     *
     * @throws IllegalArgumentException where nothing is called so; it suggests what is nearest
     */
    public Subject subject(String typed, int level) {
        int hash = typed.indexOf('#');
        Scheme named = hash > 0 ? byName.get(typed.substring(0, hash)) : null;
        String words = named == null ? typed : typed.substring(hash + 1);
        List<Scheme> among = named == null ? schemes() : List.of(named);
        if (among.isEmpty()) {
            return new Subject(Subject.GENERAL_SCHEME, typed, level);
        }
        for (Scheme scheme : among) {
            Concept concept = scheme.byUri(words);
            List<Concept> called = concept == null ? scheme.called(words) : List.of(concept);
            if (!called.isEmpty()) {
                return subject(scheme, called.get(0), level);
            }
        }
        List<String> nearest = nearest(words, among);
        throw new IllegalArgumentException("no subject is called \"" + words + "\""
                + (nearest.isEmpty() ? "" : "; near it are " + String.join(", ", nearest)));
    }

    /** What everybody has goes by its code; what others may not have brings its labels. */
    private static Subject subject(Scheme scheme, Concept concept, int level) {
        String code = concept.code();
        if (scheme.name().equals(Subject.GENERAL_SCHEME) && code != null) {
            return new Subject(Subject.GENERAL_SCHEME, code, level);
        }
        Map<String, Label> oneALanguage = new LinkedHashMap<>();
        concept.labels().forEach(label -> oneALanguage.putIfAbsent(label.tag(), label));
        List<Label> labels = oneALanguage.values().stream()
                .filter(label -> label.name().length() <= Bounds.NAME_MAX_CHARS)
                .limit(Bounds.LABELS_MAX)
                .toList();
        return new Subject(scheme.uri(), concept.uri(), level, labels);
    }

    private static List<String> nearest(String words, List<Scheme> among) {
        String folded = Folded.of(words);
        if (folded.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> far = new HashMap<>();
        for (Scheme scheme : among) {
            for (Concept concept : scheme.concepts()) {
                String code = concept.code();
                if (code != null) {
                    near(folded, code, far);
                }
                concept.labels().forEach(label -> near(folded, label.name(), far));
                concept.others().forEach(label -> near(folded, label.name(), far));
            }
        }
        return far.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().length())
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(SUGGESTIONS_MAX)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void near(String folded, String name, Map<String, Integer> far) {
        String other = Folded.of(name);
        int most = Math.min(TYPING_MISTAKES_MAX, Math.max(1, folded.length() / 4));
        int distance = other.startsWith(folded) || other.contains(" " + folded) ? 1 : Distance.of(folded, other, most);
        if (distance <= most) {
            far.merge(name, distance, Math::min);
        }
    }

    @Override
    public Relation relation(Subject has, Subject need) {
        if (has.sameConcept(need)) {
            return Relation.SAME;
        }
        Set<String> asNeeded = same(need.uri());
        Set<String> asHad = same(has.uri());
        if (asNeeded.contains(has.uri())) {
            return Relation.SAME;
        }
        if (near(asNeeded, asHad) || meet(above(asNeeded), asHad)) {
            return Relation.COVERS;
        }
        return meet(above(asHad), asNeeded) ? Relation.PART : Relation.NONE;
    }

    /** It and all that stand for it. */
    @Override
    public Set<String> same(String uri) {
        Set<String> found = new LinkedHashSet<>(List.of(uri));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String other : exact.getOrDefault(open.remove(), List.of())) {
                if (found.add(other)) {
                    open.add(other);
                }
            }
        }
        return found;
    }

    @Override
    public Set<String> broader(String uri) {
        return above(same(uri));
    }

    @Override
    public Set<String> close(String uri) {
        Set<String> found = new LinkedHashSet<>();
        for (String one : same(uri)) {
            close.getOrDefault(one, List.of()).forEach(other -> found.addAll(same(other)));
        }
        return found;
    }

    @Override
    public String label(String uri, @Nullable String reader) {
        Concept concept = byUri(uri);
        String name = concept == null ? null : concept.name(reader);
        return name == null ? uri : name;
    }

    private boolean near(Set<String> some, Set<String> others) {
        return some.stream()
                .flatMap(one -> close.getOrDefault(one, List.of()).stream())
                .anyMatch(others::contains);
    }

    /** All that are above any of them, however far, in any scheme; a circle ends where it began. */
    private Set<String> above(Set<String> uris) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(uris);
        while (!open.isEmpty()) {
            String uri = open.remove();
            for (Scheme scheme : byName.values()) {
                for (String upper : scheme.directlyAbove(uri)) {
                    for (String one : same(upper)) {
                        if (found.add(one)) {
                            open.add(one);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
