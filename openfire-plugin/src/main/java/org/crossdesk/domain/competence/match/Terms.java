package org.crossdesk.domain.competence.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/**
 * A number for everything that somebody knows, and for what is above it; it is given back when nobody knows anything of
 * the sort any more. A language's terms above are its tag's beginnings: {@code fa} is above {@code fa-IR}.
 */
final class Terms {
    /** What is known: of which sort, and a language's tag, a concept's URI, or an insight's kind and name. */
    record Term(Sort sort, String name) {}

    /** What can be known. */
    enum Sort {
        LANGUAGE,
        SUBJECT,
        INSIGHT
    }

    private static final int[] NONE = {};
    /** Languages are known at seven levels. */
    static final int LANGUAGE_LEVEL_MAX = LanguageLevel.values().length;

    private static final int FIRST_CAPACITY = 512;

    private final SubjectTree tree;
    private final TermTable numbers = new TermTable();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int[][] above = new int[FIRST_CAPACITY][];
    /** How often somebody knows it, or something below it. */
    private int[] uses = new int[FIRST_CAPACITY];
    /** How many know it itself; while somebody does, its terms above keep their numbers. */
    private int[] known = new int[FIRST_CAPACITY];

    private int end;

    Terms(SubjectTree tree) {
        this.tree = tree;
    }

    SubjectTree tree() {
        return tree;
    }

    /** The number of a language or a concept, or -1 if nobody knows anything of the sort. */
    int find(Sort sort, String name) {
        return numbers.find(sort, "", name);
    }

    /** The same for a subject. A short code of the general scheme is looked up in two parts, to put no text together. */
    int find(Subject subject) {
        boolean shortCode = subject.scheme().equals(Subject.GENERAL_SCHEME)
                && subject.concept().indexOf(':') < 0;
        return shortCode
                ? numbers.find(Sort.SUBJECT, Subject.GENERAL_SCHEME_URI, subject.concept())
                : find(Sort.SUBJECT, subject.uri());
    }

    /** The same for an insight. */
    int find(Insight insight) {
        return numbers.find(Sort.INSIGHT, kind(insight), insight.name());
    }

    private static String kind(Insight insight) {
        return switch (insight.kind()) {
            case REGION -> "region ";
            case COMMUNITY -> "community ";
            case TERM -> "term ";
        };
    }

    Term term(int number) {
        return numbers.term(number);
    }

    /** The terms above this one. */
    int[] above(int number) {
        return above[number];
    }

    int size() {
        return numbers.size();
    }

    /** One more than the highest number ever given. */
    int end() {
        return end;
    }

    /** The profile as entries, each term once at its highest level. They have to be {@link #use used}. */
    int[] entries(Profile profile) {
        Map<Integer, Integer> levels = new HashMap<>();
        for (Language language : profile.languages()) {
            levels.merge(intern(new Term(Sort.LANGUAGE, language.tag())), level(language), Math::max);
        }
        for (Subject subject : profile.subjects()) {
            levels.merge(intern(new Term(Sort.SUBJECT, subject.uri())), subject.level(), Math::max);
        }
        for (Insight insight : profile.insights()) {
            levels.merge(intern(new Term(Sort.INSIGHT, kind(insight) + insight.name())), insight.level(), Math::max);
        }
        int[] entries = new int[levels.size()];
        int at = 0;
        for (Map.Entry<Integer, Integer> entry : levels.entrySet()) {
            entries[at++] = Entry.of(entry.getKey(), entry.getValue());
        }
        Arrays.sort(entries);
        return entries;
    }

    static int level(Language language) {
        return language.level().ordinal() + 1;
    }

    private int intern(Term term) {
        int number = findOrAdd(term);
        if (known[number] == 0) {
            above[number] = parents(term).stream()
                    .filter(parent -> !parent.equals(term))
                    .mapToInt(this::findOrAdd)
                    .sorted()
                    .toArray();
        }
        return number;
    }

    private Collection<Term> parents(Term term) {
        Collection<String> names = switch (term.sort()) {
            case LANGUAGE -> beginnings(term.name());
            case SUBJECT -> tree.broader(term.name());
            case INSIGHT -> List.of();
        };
        return names.stream().map(name -> new Term(term.sort(), name)).toList();
    }

    /** The tags that this one begins with. */
    static List<String> beginnings(String tag) {
        if (tag.indexOf('-') < 0) {
            return List.of();
        }
        List<String> beginnings = new ArrayList<>();
        for (int dash = tag.lastIndexOf('-'); dash > 0; dash = tag.lastIndexOf('-', dash - 1)) {
            beginnings.add(tag.substring(0, dash));
        }
        return beginnings;
    }

    private int findOrAdd(Term term) {
        int there = find(term.sort(), term.name());
        if (there >= 0) {
            return there;
        }
        Integer given = free.poll();
        int number = given != null ? given : end++;
        if (number == above.length) {
            int capacity = number + (number >> 1);
            above = Arrays.copyOf(above, capacity);
            uses = Arrays.copyOf(uses, capacity);
            known = Arrays.copyOf(known, capacity);
        }
        above[number] = NONE;
        numbers.put(term, number);
        return number;
    }

    /** Somebody has these now. */
    void use(int[] entries) {
        for (int entry : entries) {
            int term = Entry.term(entry);
            known[term]++;
            uses[term]++;
            for (int parent : above[term]) {
                uses[parent]++;
            }
        }
    }

    /** Somebody has these no more. */
    void release(int[] page, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int term = Entry.term(page[i]);
            known[term]--;
            release(term);
            for (int parent : above[term]) {
                release(parent);
            }
        }
    }

    private void release(int term) {
        uses[term]--;
        if (uses[term] == 0) {
            numbers.remove(term);
            free.push(term);
        }
    }
}
