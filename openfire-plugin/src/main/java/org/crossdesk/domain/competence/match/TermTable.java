package org.crossdesk.domain.competence.match;

import java.util.Arrays;
import org.crossdesk.domain.competence.match.Terms.Sort;
import org.crossdesk.domain.competence.match.Terms.Term;

/** The numbers of terms by open addressing: each search begins here, and a map of objects has twice the way to go. */
final class TermTable {
    /** A number plus one, or 0. */
    private int[] table = new int[1024];

    private Term[] terms = new Term[512];
    private int size;

    int size() {
        return size;
    }

    Term term(int number) {
        return terms[number];
    }

    /** The number of the term whose name is these two put together, or -1. */
    int find(Sort sort, String begin, String rest) {
        return table[place(sort, begin, rest)] - 1;
    }

    /** Gives the term, which has no number, this one. */
    void put(Term term, int number) {
        if (number >= terms.length) {
            terms = Arrays.copyOf(terms, Math.max(number + 1, terms.length + (terms.length >> 1)));
        }
        terms[number] = term;
        table[place(term.sort(), "", term.name())] = number + 1;
        size++;
        if (2 * size > table.length) {
            rehash();
        }
    }

    /** Takes the number from its term. */
    void remove(int number) {
        int mask = table.length - 1;
        int empty = place(terms[number].sort(), "", terms[number].name());
        size--;
        for (int at = empty + 1 & mask; table[at] != 0; at = at + 1 & mask) {
            Term term = terms[table[at] - 1];
            int home = hash(term.sort(), "", term.name()) & mask;
            if ((at - home & mask) >= (at - empty & mask)) {
                table[empty] = table[at];
                empty = at;
            }
        }
        table[empty] = 0;
    }

    private int place(Sort sort, String begin, String rest) {
        int mask = table.length - 1;
        int at = hash(sort, begin, rest) & mask;
        while (table[at] != 0 && !same(terms[table[at] - 1], sort, begin, rest)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static boolean same(Term term, Sort sort, String begin, String rest) {
        String name = term.name();
        return term.sort() == sort
                && name.length() == begin.length() + rest.length()
                && name.startsWith(begin)
                && name.endsWith(rest);
    }

    /** That of the whole name, of the hashes that both parts keep. */
    private static int hash(Sort sort, String begin, String rest) {
        int hash = begin.hashCode();
        if (hash != 0) {
            int power = 1;
            for (int i = rest.length(); i > 0; i--) {
                power *= 31;
            }
            hash *= power;
        }
        hash = 31 * (hash + rest.hashCode()) + sort.ordinal();
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    private void rehash() {
        int[] old = table;
        table = new int[2 * old.length];
        for (int entry : old) {
            if (entry != 0) {
                Term term = terms[entry - 1];
                table[place(term.sort(), "", term.name())] = entry;
            }
        }
    }
}
