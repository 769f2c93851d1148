package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossdesk.protocol.Bounds;

/**
 * Those on duty: few of all, so a seat for each, what they know by seat, and a bit for each by load. Whoever took
 * something or came has the next turn; the lowest turn has waited longest.
 */
final class Seats {
    private static final int FIRST_CAPACITY = 256;

    private final Shelf shelf;
    private final Bits taken = new Bits();
    private final Bits free = new Bits();
    private final List<Bits> byLoad = new ArrayList<>();
    private int[] numbers = new int[FIRST_CAPACITY];
    private byte[] loads = new byte[FIRST_CAPACITY];
    private byte[] capacities = new byte[FIRST_CAPACITY];
    private long[] turns = new long[FIRST_CAPACITY];
    private int[] freeSeats = new int[FIRST_CAPACITY];
    private int frees;
    private int end;
    private long turn;

    Seats(Shelf.Limits limits) {
        shelf = new Shelf(limits);
    }

    int end() {
        return end;
    }

    Shelf shelf() {
        return shelf;
    }

    Bits taken() {
        return taken;
    }

    Bits free() {
        return free;
    }

    /** Loads below this one occur. */
    int loadsEnd() {
        return byLoad.size();
    }

    Bits byLoad(int load) {
        return byLoad.get(load);
    }

    int number(int seat) {
        return numbers[seat];
    }

    int load(int seat) {
        return loads[seat];
    }

    long turn(int seat) {
        return turns[seat];
    }

    /** Somebody comes; returns their seat. */
    int take(int number, int capacity) {
        int seat = frees > 0 ? freeSeats[--frees] : end++;
        if (seat == numbers.length) {
            int longer = seat + (seat >> 1);
            numbers = Arrays.copyOf(numbers, longer);
            loads = Arrays.copyOf(loads, longer);
            capacities = Arrays.copyOf(capacities, longer);
            turns = Arrays.copyOf(turns, longer);
        }
        numbers[seat] = number;
        capacities[seat] = (byte) capacity;
        loads[seat] = 0;
        turns[seat] = turn++;
        taken.put(seat, true);
        free.put(seat, capacity > 0);
        bits(0).put(seat, true);
        return seat;
    }

    /** Whoever sits there goes. */
    void leave(int seat) {
        taken.put(seat, false);
        free.put(seat, false);
        byLoad.get(loads[seat]).put(seat, false);
        if (frees == freeSeats.length) {
            freeSeats = Arrays.copyOf(freeSeats, frees + (frees >> 1));
        }
        freeSeats[frees++] = seat;
    }

    void capacity(int seat, int capacity) {
        capacities[seat] = (byte) capacity;
        free.put(seat, loads[seat] < capacity);
    }

    void load(int seat, int load) {
        byLoad.get(loads[seat]).put(seat, false);
        bits(load).put(seat, true);
        if (load > loads[seat]) {
            turns[seat] = turn++;
        }
        loads[seat] = (byte) load;
        free.put(seat, load < capacities[seat]);
    }

    private Bits bits(int load) {
        Bounds.range("load", load, 0, Bounds.CAPACITY_MAX);
        while (byLoad.size() <= load) {
            byLoad.add(new Bits());
        }
        return byLoad.get(load);
    }
}
