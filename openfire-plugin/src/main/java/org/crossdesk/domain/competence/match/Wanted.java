package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import java.util.Collection;
import org.crossdesk.domain.competence.match.Reason.Part;
import org.crossdesk.domain.competence.match.Reason.Way;
import org.crossdesk.domain.competence.match.Terms.Sort;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One competence that is looked for, in the numbers of the index: every term that serves it, and how well. Made anew for
 * each search, so it is plain arrays.
 */
final class Wanted {
    private static final Way[] WAYS = Way.values();
    private static final int NO_WAY = -1;
    private static final int FIRST_CAPACITY = 4;
    /** From so many on it is worth remembering, by term, what has been found out. */
    private static final int ASKED_OFTEN = 256;

    private static final byte[] NOTHING = {};

    private final Terms terms;
    private final Sort sort;
    /** What is wanted: a language's tag, a concept's URI, or an insight's name. */
    private final String name;

    private final int levelMin;
    private final int levelMax;
    /** How what is below one of those at the top serves. */
    private final Way below;

    /** Whoever has one of these serves it. */
    private int[] at = new int[FIRST_CAPACITY];
    /** How, for each of them. */
    private Way[] ways = new Way[FIRST_CAPACITY];

    private int size;
    private int asked;
    /** By term two more than its way, once many have been asked for; 0 where it has not. */
    private byte[] remembered = NOTHING;
    /** So many of them, from the first on, stand for all below them too. */
    private int tops;

    private Wanted(Terms terms, Sort sort, String name, int number, int levelMin, int levelMax, Way below) {
        this.terms = terms;
        this.sort = sort;
        this.name = name;
        this.levelMin = levelMin;
        this.levelMax = levelMax;
        this.below = below;
        add(number, Way.SAME);
        tops = size;
    }

    private void add(int number, Way way) {
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

    private void addAll(Collection<String> names, Way way) {
        if (!names.isEmpty()) {
            for (String each : names) {
                add(terms.find(sort, each), way);
            }
        }
    }

    /** A language is served by its regions' and by that of its region: {@code fa} by {@code fa-IR} and the other way. */
    static Wanted of(Language language, Terms terms) {
        String tag = language.tag();
        Wanted wanted = new Wanted(
                terms,
                Sort.LANGUAGE,
                tag,
                terms.find(Sort.LANGUAGE, tag),
                Terms.level(language),
                Terms.LANGUAGE_LEVEL_MAX,
                Way.SAME);
        wanted.addAll(Terms.beginnings(tag), Way.SAME);
        return wanted;
    }

    static Wanted of(Subject subject, boolean broaderCovers, Terms terms) {
        int number = terms.find(subject);
        String concept = number < 0 ? subject.uri() : terms.term(number).name();
        SubjectTree tree = terms.tree();
        Wanted wanted =
                new Wanted(terms, Sort.SUBJECT, concept, number, subject.level(), Subject.LEVEL_MAX, Way.NARROWER);
        wanted.addAll(tree.same(concept), Way.SAME);
        wanted.tops = wanted.size;
        wanted.addAll(tree.close(concept), Way.CLOSE);
        if (broaderCovers) {
            wanted.addAll(tree.broader(concept), Way.BROADER);
        }
        return wanted;
    }

    static Wanted of(Insight insight, Terms terms) {
        return new Wanted(
                terms, Sort.INSIGHT, insight.name(), terms.find(insight), insight.level(), Subject.LEVEL_MAX, Way.SAME);
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
        if (asked < ASKED_OFTEN) {
            asked++;
            return findWay(term);
        }
        if (term >= remembered.length) {
            remembered = new byte[terms.end()];
        }
        if (remembered[term] == 0) {
            remembered[term] = (byte) (findWay(term) + 2);
        }
        return remembered[term] - 2;
    }

    private int findWay(int term) {
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
    Reason reason(int entry, @Nullable String reader) {
        String known = terms.term(Entry.term(entry)).name();
        Way way = WAYS[way(Entry.term(entry))];
        return switch (sort) {
            case LANGUAGE -> new Reason(Part.LANGUAGE, name, known, Entry.level(entry), way, points(entry));
            case SUBJECT ->
                new Reason(
                        Part.SUBJECT,
                        terms.tree().label(name, reader),
                        terms.tree().label(known, reader),
                        Entry.level(entry),
                        way,
                        points(entry));
            case INSIGHT -> new Reason(Part.INSIGHT, name, name, Entry.level(entry), way, points(entry));
        };
    }
}
