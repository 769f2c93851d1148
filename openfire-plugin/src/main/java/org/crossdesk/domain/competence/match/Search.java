package org.crossdesk.domain.competence.match;

/**
 * Finds the first few of those who fit. Those preferred are looked at one by one. Those on duty come next, all that fit
 * being looked at, or where the least loaded are wanted, one load after the other. Those off duty come after them: they
 * differ by their points only, and of equals the lower number is first, so that the search ends as soon as nobody better
 * can come.
 */
final class Search {
    private final Register register;
    private final Shelf everybody;
    private final Bits offDuty;
    private final Seats seats;
    private final Intersection found = new Intersection();

    Search(Register register, Shelf everybody, Bits offDuty, Seats seats) {
        this.register = register;
        this.everybody = everybody;
        this.offDuty = offDuty;
        this.seats = seats;
    }

    /** Finds at most so many. */
    Top find(Query query, int most) {
        Top top = new Top(most);
        for (int number : query.preferred()) {
            preferred(query, top, number, register.seat(number));
        }
        onDuty(query, top);
        if (!query.need().onDuty()) {
            offDuty(query, top);
        }
        return top;
    }

    private void preferred(Query query, Top top, int number, int seat) {
        Need need = query.need();
        boolean there = seat >= 0 ? !need.free() || seats.free().contains(seat) : !need.onDuty();
        int points = there && !query.excludes(number) ? query.points(number) : Query.NO_FIT;
        if (points != Query.NO_FIT) {
            int load = seat >= 0 ? seats.load(seat) : Query.OFF_DUTY;
            top.put(
                    query.preferredRank(points, load),
                    seat >= 0 ? seats.turn(seat) : 0,
                    seat >= 0 ? Top.ofSeat(seat) : number);
        }
    }

    private void onDuty(Query query, Top top) {
        NumberSet[][] sets = query.sets(seats.shelf());
        Bits mask = query.need().free() ? seats.free() : seats.taken();
        for (int chunk = 0; chunk << Chunk.SHIFT < seats.end(); chunk++) {
            if (!mask.reaches(chunk)) {
                return;
            }
            found.find(sets, chunk, mask, seats.end());
            if (!found.dense()) {
                for (int i = 0; i < found.size(); i++) {
                    seat(query, top, chunk << Chunk.SHIFT | found.list()[i]);
                }
            } else if (query.leastLoaded()) {
                loadByLoad(query, top, chunk);
            } else {
                seats(query, top, chunk);
            }
        }
    }

    private void loadByLoad(Query query, Top top, int chunk) {
        long[] words = found.words();
        int from = chunk * Chunk.WORDS;
        for (int load = 0; load < seats.loadsEnd() && !top.closedTo(load); load++) {
            if (!seats.byLoad(load).reaches(chunk)) {
                continue;
            }
            long[] loaded = seats.byLoad(load).words();
            for (int word = 0; word < found.end(); word++) {
                for (long rest = words[word] & loaded[from + word]; rest != 0; rest &= rest - 1) {
                    seat(query, top, from + word << 6 | Long.numberOfTrailingZeros(rest));
                }
            }
        }
    }

    private void seats(Query query, Top top, int chunk) {
        long[] words = found.words();
        for (int word = 0; word < found.end(); word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                seat(query, top, chunk * Chunk.WORDS + word << 6 | Long.numberOfTrailingZeros(rest));
            }
        }
    }

    private void seat(Query query, Top top, int seat) {
        int load = seats.load(seat);
        if (query.leastLoaded() && top.closedTo(load)) {
            return;
        }
        if (query.anyApart() && query.apart(seats.number(seat))) {
            return;
        }
        int points = query.leastLoaded() && query.atAnyLevel() ? 0 : query.points(seats.number(seat));
        if (points != Query.NO_FIT) {
            top.put(query.rank(points, load), seats.turn(seat), Top.ofSeat(seat));
        }
    }

    private void offDuty(Query query, Top top) {
        int bestRank = query.rank(query.pointsMax(everybody), Query.OFF_DUTY);
        NumberSet[][] sets = query.sets(everybody);
        for (int chunk = 0; chunk << Chunk.SHIFT < register.end() && offDuty.reaches(chunk); chunk++) {
            if (top.closedToLater(bestRank)) {
                return;
            }
            found.find(sets, chunk, offDuty, register.end());
            if (!found.dense()) {
                found.sort();
                for (int i = 0; i < found.size() && !top.closedToLater(bestRank); i++) {
                    number(query, top, chunk << Chunk.SHIFT | found.list()[i]);
                }
                continue;
            }
            long[] words = found.words();
            for (int word = 0; word < found.end() && !top.closedToLater(bestRank); word++) {
                for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                    number(query, top, chunk * Chunk.WORDS + word << 6 | Long.numberOfTrailingZeros(rest));
                }
            }
        }
    }

    private void number(Query query, Top top, int number) {
        if (query.apart(number)) {
            return;
        }
        int points = query.leastLoaded() && query.atAnyLevel() ? 0 : query.points(number);
        if (points != Query.NO_FIT) {
            top.put(query.rank(points, Query.OFF_DUTY), 0, number);
        }
    }
}
