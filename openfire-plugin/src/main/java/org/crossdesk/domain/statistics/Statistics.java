package org.crossdesk.domain.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens at each service, by the half hour, until it is filed. What is over and filed is forgotten here; a
 * replay that makes it again makes all of it again, so that filing it twice changes nothing.
 */
public final class Statistics {
    /** So many half hours of services lie here; with more, the oldest go. */
    static final int UNFILED_MAX = 20_000;

    private record Slot(Address service, Side side, long halfHour) {}

    private final Map<Slot, Tally> tallies = new LinkedHashMap<>();

    /** Everything that is here: what stands for all entries before. */
    public record Standing(List<Tallied> tallies) {
        public Standing {
            tallies = List.copyOf(tallies);
        }
    }

    /** Counts an entry, if it has a measure. */
    public void count(LedgerEntry entry) {
        Measure measure = entry.measure();
        Tally one = measure == null ? null : tally(entry.kind(), measure);
        if (measure != null && one != null) {
            Slot slot = new Slot(measure.service(), side(entry.kind()), Tallied.halfHour(measure.at()));
            add(slot, one);
        }
    }

    private void add(Slot slot, Tally one) {
        tallies.merge(slot, one, Tally::plus);
        if (tallies.size() > UNFILED_MAX) {
            Iterator<Slot> oldest = tallies.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static Side side(LedgerEntry.Kind kind) {
        return switch (kind) {
            case QUESTION_CAME, QUESTION_TAKEN, QUESTION_PASSED_ON, QUESTION_LEFT, HANDOVER_CAME -> Side.STAFF_ROOM;
            default -> Side.PATRONS;
        };
    }

    private static @Nullable Tally tally(LedgerEntry.Kind kind, Measure measure) {
        Integer seconds = measure.seconds();
        return switch (kind) {
            case ASKED, QUESTION_CAME -> new Tally(1, 0, 0, 0, 0, Waits.NONE);
            case ANSWERED_BY, QUESTION_TAKEN ->
                new Tally(0, 1, 0, 0, 0, seconds == null ? Waits.NONE : Waits.NONE.plus(seconds));
            case FOLLOW_UP, QUESTION_PASSED_ON -> new Tally(0, 0, 1, 0, 0, Waits.NONE);
            case CLOSED, QUESTION_LEFT -> new Tally(0, 0, 0, 1, 0, Waits.NONE);
            case TRANSFERRED_TO, HANDOVER_CAME -> new Tally(0, 0, 0, 0, 1, Waits.NONE);
            case TAKEN_BACK_FROM, ANSWERED_FOR, CLOSED_FOR, DECLINED_FOR -> null;
        };
    }

    /** All of it. */
    public Standing standing() {
        return new Standing(select(null));
    }

    /** All that is here is this. */
    public void stand(Standing standing) {
        tallies.clear();
        standing.tallies().forEach(one -> add(slot(one), one.tally()));
    }

    /** What was over before this moment, and can be filed. */
    public List<Tallied> over(Instant before) {
        return select(before);
    }

    /** These are filed. What has changed since then is filed again. */
    public void filed(List<Tallied> filed) {
        filed.forEach(one -> tallies.remove(slot(one), one.tally()));
    }

    private static Slot slot(Tallied one) {
        return new Slot(one.service(), one.side(), one.halfHour());
    }

    private List<Tallied> select(@Nullable Instant before) {
        List<Tallied> all = new ArrayList<>();
        tallies.forEach((slot, tally) -> {
            Tallied one = new Tallied(slot.service(), slot.side(), slot.halfHour(), tally);
            if (before == null || !one.until().isAfter(before)) {
                all.add(one);
            }
        });
        return all;
    }
}
