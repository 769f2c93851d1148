package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.crossdesk.domain.competence.match.Reason.Part;
import org.crossdesk.domain.competence.match.Reason.Way;
import org.crossdesk.domain.competence.match.Terms.Term;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Subject;

/**
 * One competence that is looked for, in the numbers of the index: every term that serves it, and how well. Made anew for
 * each search, so it is plain arrays.
 */
final class Wanted {
    private static final Way[] WAYS = Way.values();
    private static final int NO_WAY = -1;
    private static final int FIRST_CAPACITY = 8;

    private final Terms terms;
    private final Term needed;
    private final int levelMin;
    private final int levelMax;
    /** How what is below one of those at the top serves. */
    private final Way below;

    /** Whoever has one of these serves it. */
    private int[] at = new int[FIRST_CAPACITY];
    /** How, for each of them. */
    private Way[] ways = new Way[FIRST_CAPACITY];

    private int size;
    /** So many of them, from the first on, stand for all below them too. */
    private int tops;

    private Wanted(Terms terms, Term needed, int levelMin, int levelMax, Way below) {
        this.terms = terms;
        this.needed = needed;
        this.levelMin = levelMin;
        this.levelMax = levelMax;
        this.below = below;
        add(needed, Way.SAME);
        tops = size;
    }

    private void add(Term term, Way way) {
        int number = terms.find(term);
        if (number < 0) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (at[i] == number) {
                return;
            }
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            ways = Arrays.copyOf(ways, 2 * size);
        }
        at[size] = number;
        ways[size++] = way;
    }

    /** A language is served by its regions' and by that of its region: {@code fa} by {@code fa-IR} and the other way. */
    static Wanted of(Language language, Terms terms) {
        Wanted wanted = new Wanted(
                terms, Term.language(language.tag()), Terms.level(language), Terms.LANGUAGE_LEVEL_MAX, Way.SAME);
        for (String tag : Terms.beginnings(language.tag())) {
            wanted.add(Term.language(tag), Way.SAME);
        }
        return wanted;
    }

    static Wanted of(Subject subject, boolean broaderCovers, Terms terms) {
        Concept concept = new Concept(subject.scheme(), subject.concept());
        SubjectTree tree = terms.tree();
        Wanted wanted = new Wanted(terms, Term.of(concept), subject.level(), Subject.LEVEL_MAX, Way.NARROWER);
        for (Concept same : tree.same(concept)) {
            wanted.add(Term.of(same), Way.SAME);
        }
        wanted.tops = wanted.size;
        for (Concept close : tree.close(concept)) {
            wanted.add(Term.of(close), Way.CLOSE);
        }
        if (broaderCovers) {
            for (Concept broader : tree.broader(concept)) {
                wanted.add(Term.of(broader), Way.BROADER);
            }
        }
        return wanted;
    }

    static Wanted of(Insight insight, Terms terms) {
        return new Wanted(terms, Term.of(insight), insight.level(), Subject.LEVEL_MAX, Way.SAME);
    }

    /** Whether a term serves it whatever its level is. */
    boolean atAnyLevel() {
        return levelMin <= 1;
    }

    /** How many sets there are at most. */
    int setsMax() {
        return size;
    }

    /** Puts the sets of all who have something that serves it, at any level, from this place on; returns the next place. */
    int sets(Shelf shelf, NumberSet[] into, int from) {
        int next = from;
        for (int i = 0; i < size; i++) {
            NumberSet set = i < tops ? shelf.within(at[i]) : shelf.at(at[i]);
            if (set != null) {
                into[next++] = set;
            }
        }
        return next;
    }

    /** What those on the shelf can have at most. */
    int pointsMax(Shelf shelf) {
        int most = 0;
        for (int i = 0; i < size; i++) {
            if (shelf.at(at[i]) != null) {
                most = Math.max(most, ways[i].points());
            } else if (i < tops && shelf.within(at[i]) != null) {
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
        return way == NO_WAY ? 0 : level * WAYS[way].points();
    }

    private int way(int term) {
        for (int i = 0; i < size; i++) {
            if (at[i] == term) {
                return ways[i].ordinal();
            }
        }
        for (int above : terms.above(term)) {
            for (int i = 0; i < tops; i++) {
                if (at[i] == above) {
                    return below.ordinal();
                }
            }
        }
        return NO_WAY;
    }

    /** Why an entry that serves does. */
    Reason reason(int entry) {
        Part part = switch (needed.sort()) {
            case LANGUAGE -> Part.LANGUAGE;
            case SUBJECT -> Part.SUBJECT;
            case INSIGHT -> Part.INSIGHT;
        };
        int term = Entry.term(entry);
        return new Reason(
                part, label(needed), label(terms.term(term)), Entry.level(entry), WAYS[way(term)], points(entry));
    }

    private String label(Term term) {
        return term.sort() == Terms.Sort.SUBJECT
                ? terms.tree().label(new Concept(term.scheme(), term.name()))
                : term.name();
    }
}
