package org.crossdesk.domain.competence.match;

import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Who knows what, who of them is on duty, and how loaded: kept as it changes, and searched. For one thread.
 *
 * <p>Every term (a language, a concept, an insight) has the set of those who have it, and that of those who have it or something below it. There are two such shelves: one over all, compact, and one over those on duty, who are few and mostly looked
 * for. Levels are looked up in the entries of those whom the sets leave.
 */
public final class CompetenceIndex {
    /** How many a search can be asked for. */
    public static final int MATCHES_MAX = 100;

    /** How many operators there can be. */
    public static final int OPERATORS_MAX = 1 << 23;

    /** Of more than so many bits take less room than a list. */
    private static final Shelf.Limits COMPACT = new Shelf.Limits(4_096, 4_095);

    /** Those on duty are searched all the time, and are few: speed comes before room. */
    private static final Shelf.Limits QUICK = new Shelf.Limits(128, 1_024);

    private static final int[] KNOWS_NOTHING = {};

    private final Terms terms;
    private final Register register = new Register();
    private final Shelf everybody;
    private final Bits offDuty = new Bits();
    private final Seats seats;
    private final Search search;
    private long changes;

    /** An index of nobody. Another tree needs another index. */
    public CompetenceIndex(SubjectTree tree) {
        this(tree, COMPACT, QUICK);
    }

    /** For tests, where few are many. */
    CompetenceIndex(SubjectTree tree, Shelf.Limits all, Shelf.Limits onDuty) {
        terms = new Terms(tree);
        everybody = new Shelf(all);
        seats = new Seats(onDuty);
        search = new Search(register, everybody, offDuty, seats);
    }

    /** How many operators are known. */
    public int size() {
        return register.size();
    }

    /** Notes what the operator knows, in place of what was noted before; false where there is no room for more. */
    public boolean put(Address operator, Profile profile) {
        changes++;
        int number = add(operator);
        if (number < 0) {
            return false;
        }
        int[] entries = terms.entries(profile);
        terms.use(entries);
        int seat = register.seat(number);
        forget(number, seat);
        register.entries(number, entries);
        everybody.add(number, terms, entries, 0, entries.length);
        if (seat >= 0) {
            seats.shelf().add(seat, terms, entries, 0, entries.length);
        }
        return true;
    }

    private int add(Address operator) {
        int known = register.find(operator);
        if (known >= 0 || register.size() == OPERATORS_MAX) {
            return known;
        }
        int number = register.add(operator);
        offDuty.put(number, true);
        return number;
    }

    private void forget(int number, int seat) {
        int[] page = register.page(number);
        int from = register.from(number);
        int count = register.count(number, page);
        everybody.remove(number, terms, page, from, count);
        if (seat >= 0) {
            seats.shelf().remove(seat, terms, page, from, count);
        }
        terms.release(page, from, count);
    }

    /** Forgets the operator. */
    public void remove(Address operator) {
        changes++;
        int number = register.find(operator);
        if (number >= 0) {
            leave(number);
            forget(number, -1);
            register.entries(number, KNOWS_NOTHING);
            register.remove(number);
            offDuty.put(number, false);
        }
    }

    /**
     * The operator is on duty, for so many sessions; who was before, keeps their load. One of whom nothing is known is
     * noted with an empty profile; false where there is no room for more.
     */
    public boolean onDuty(Address operator, int capacity) {
        Bounds.range("capacity", capacity, 0, Bounds.CAPACITY_MAX);
        changes++;
        int number = add(operator);
        if (number < 0) {
            return false;
        }
        if (register.seat(number) >= 0) {
            seats.capacity(register.seat(number), capacity);
            return true;
        }
        int seat = seats.take(number, capacity);
        register.seat(number, seat);
        offDuty.put(number, false);
        int[] page = register.page(number);
        seats.shelf().add(seat, terms, page, register.from(number), register.count(number, page));
        return true;
    }

    /** The operator is not on duty any more. */
    public void offDuty(Address operator) {
        changes++;
        int number = register.find(operator);
        if (number >= 0) {
            leave(number);
        }
    }

    private void leave(int number) {
        int seat = register.seat(number);
        if (seat >= 0) {
            int[] page = register.page(number);
            seats.shelf().remove(seat, terms, page, register.from(number), register.count(number, page));
            seats.leave(seat);
            register.seat(number, -1);
            offDuty.put(number, true);
        }
    }

    /** The operator has so many sessions; says nothing of one who is off duty. */
    public void load(Address operator, int sessions) {
        Bounds.range("load", sessions, 0, Bounds.CAPACITY_MAX);
        changes++;
        int number = register.find(operator);
        if (number >= 0 && register.seat(number) >= 0) {
            seats.load(register.seat(number), sessions);
        }
    }

    /** Those who fit, best first, at most so many. They can be looked at until the index changes. */
    public Matches find(Need need, int most) {
        Bounds.range("matches", most, 1, MATCHES_MAX);
        Query query = new Query(need, terms, register);
        return new Matches(this, query, search.find(query, most), changes);
    }

    Match match(Query query, int found) {
        boolean onDuty = Top.isSeat(found);
        int number = onDuty ? seats.number(Top.seat(found)) : found;
        int load = onDuty ? seats.load(Top.seat(found)) : 0;
        return new Match(register.address(number), query.points(number), onDuty, load);
    }

    /** How often anything has changed. */
    long changes() {
        return changes;
    }

    /**
     * Why the operator fits, a reason for each part of the need, with labels in the reader's language; empty where they
     * don't, or nothing is needed.
     */
    public List<Reason> explain(Need need, Address operator, @Nullable String reader) {
        int number = register.find(operator);
        Query query = new Query(need, terms, register);
        return number >= 0 && query.points(number) != Query.NO_FIT ? query.reasons(number, reader) : List.of();
    }

    /** Where the operator stands among equals who are off duty, or -1. */
    int number(Address operator) {
        return register.find(operator);
    }

    /** How many terms have numbers. */
    int terms() {
        return terms.size();
    }
}
