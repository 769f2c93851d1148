package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.crossdesk.domain.competence.match.Reason.Part;
import org.crossdesk.domain.competence.match.Reason.Way;
import org.crossdesk.domain.competence.match.Terms.Term;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Subject;

/** One competence that is looked for, in the numbers of the index: every term that serves it, and how well. */
final class Wanted {
    private static final Way[] WAYS = Way.values();

    private final Terms terms;
    private final Part part;
    private final String needed;
    private final int levelMin;
    private final int levelMax;
    /** Whoever has one of these serves it. */
    private final int[] at;
    /** How, for each of them. */
    private final Way[] ways;
    /** Whoever has something below one of these serves it too. */
    private final int[] over;

    private final Way below;

    private Wanted(
            Terms terms,
            Part part,
            String needed,
            int levelMin,
            int levelMax,
            Map<Term, Way> at,
            List<Term> over,
            Way below) {
        this.terms = terms;
        this.part = part;
        this.needed = needed;
        this.levelMin = levelMin;
        this.levelMax = levelMax;
        int[] numbers = new int[at.size()];
        Way[] how = new Way[at.size()];
        int size = 0;
        for (Map.Entry<Term, Way> one : at.entrySet()) {
            numbers[size] = terms.find(one.getKey());
            how[size] = one.getValue();
            size += numbers[size] >= 0 ? 1 : 0;
        }
        this.at = Arrays.copyOf(numbers, size);
        this.ways = Arrays.copyOf(how, size);
        this.over = over.stream()
                .mapToInt(terms::find)
                .filter(number -> number >= 0)
                .toArray();
        this.below = below;
    }

    /** A language is served by its regions' and by that of its region: {@code fa} by {@code fa-IR} and the other way. */
    static Wanted of(Language language, Terms terms) {
        Map<Term, Way> at = new LinkedHashMap<>();
        Term self = Term.language(language.tag());
        at.put(self, Way.SAME);
        Terms.beginnings(language.tag()).forEach(tag -> at.put(Term.language(tag), Way.SAME));
        return new Wanted(
                terms,
                Part.LANGUAGE,
                language.tag(),
                Terms.level(language),
                Terms.LANGUAGE_LEVEL_MAX,
                at,
                List.of(self),
                Way.SAME);
    }

    static Wanted of(Subject subject, boolean broaderCovers, Terms terms) {
        Concept concept = new Concept(subject.scheme(), subject.concept());
        SubjectTree tree = terms.tree();
        Map<Term, Way> at = new LinkedHashMap<>();
        at.put(Term.of(concept), Way.SAME);
        tree.same(concept).forEach(same -> at.put(Term.of(same), Way.SAME));
        List<Term> over = new ArrayList<>(at.keySet());
        tree.close(concept).forEach(close -> at.putIfAbsent(Term.of(close), Way.CLOSE));
        if (broaderCovers) {
            tree.broader(concept).forEach(broader -> at.putIfAbsent(Term.of(broader), Way.BROADER));
        }
        return new Wanted(
                terms, Part.SUBJECT, tree.label(concept), subject.level(), Subject.LEVEL_MAX, at, over, Way.NARROWER);
    }

    static Wanted of(Insight insight, Terms terms) {
        return new Wanted(
                terms,
                Part.INSIGHT,
                insight.name(),
                insight.level(),
                Subject.LEVEL_MAX,
                Map.of(Term.of(insight), Way.SAME),
                List.of(),
                Way.SAME);
    }

    /** Whether a term serves it whatever its level is. */
    boolean atAnyLevel() {
        return levelMin <= 1;
    }

    /** The sets of all who have something that serves it, at any level. */
    void sets(Shelf shelf, Consumer<NumberSet> into) {
        for (int term : at) {
            NumberSet set = shelf.at(term);
            if (set != null) {
                into.accept(set);
            }
        }
        for (int term : over) {
            NumberSet set = shelf.below(term);
            if (set != null) {
                into.accept(set);
            }
        }
    }

    /** What those on the shelf can have at most. */
    int pointsMax(Shelf shelf) {
        int most = 0;
        for (int i = 0; i < at.length; i++) {
            if (shelf.at(at[i]) != null) {
                most = Math.max(most, ways[i].points());
            }
        }
        for (int term : over) {
            if (shelf.below(term) != null) {
                most = Math.max(most, below.points());
            }
        }
        return most * levelMax;
    }

    /** What an entry is worth; 0 if it doesn't serve. */
    int points(int entry) {
        int level = Entry.level(entry);
        if (level < levelMin) {
            return 0;
        }
        int way = way(Entry.term(entry));
        return way < 0 ? 0 : level * WAYS[way].points();
    }

    private int way(int term) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] == term) {
                return ways[i].ordinal();
            }
        }
        for (int top : over) {
            for (int above : terms.above(term)) {
                if (above == top) {
                    return below.ordinal();
                }
            }
        }
        return -1;
    }

    /** Why an entry that serves does. */
    Reason reason(int entry) {
        Term term = terms.term(Entry.term(entry));
        String known = term.sort() == Terms.Sort.SUBJECT
                ? terms.tree().label(new Concept(term.scheme(), term.name()))
                : term.name();
        return new Reason(part, needed, known, Entry.level(entry), WAYS[way(Entry.term(entry))], points(entry));
    }
}
