package org.crossdesk.runtime;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.statistics.Statistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds what a start has to read: from time to time every state that lives is written down as it stands, a few with
 * each turn so that no turn waits for all of them; then what was written before the first of them is deleted. Used by
 * the loop's thread only.
 */
final class Checkpoint {
    /** A turn writes down so much; one more state where the last one was small. */
    static final long BYTES_PER_TURN = 100_000;

    /** Half of what a record takes, about. */
    private static final int RECORD_BYTES_HALVED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

    private final States states;
    private final Journal journal;
    private final int everyRecords;
    private List<StateKey> due = List.of();
    private int done;
    private int taken;
    private long first;
    private boolean running;
    private boolean asked;
    private long recordsSince;
    private long wait;

    /** {@code everyRecords}: how many records are written before it begins again, at least. */
    Checkpoint(States states, Journal journal, int everyRecords) {
        this.states = states;
        this.journal = journal;
        this.everyRecords = everyRecords;
        this.wait = everyRecords;
    }

    /** Begins with the next turn, however little was written: what has ended is then nowhere but where it was filed. */
    void soon() {
        wait = 0;
        asked = true;
    }

    /** Whether a turn that has nothing to write is to write something all the same. */
    boolean wantsTurn() {
        return running || asked;
    }

    /** After so many records writing everything down again is a fraction of what was written. */
    private long worthwhile() {
        return Math.max(everyRecords, states.bytes() / RECORD_BYTES_HALVED);
    }

    /** What this turn writes down beside its own; {@code counts} and {@code statistics} are those of before the turn. */
    List<Journal.Entry> next(Counts counts, Statistics statistics) {
        taken = done;
        List<Journal.Entry> standing = new ArrayList<>();
        if (!running) {
            if (recordsSince < wait) {
                return standing;
            }
            wait = worthwhile();
            if (recordsSince < wait && !asked) {
                return standing;
            }
            asked = false;
            running = true;
            first = journal.mark();
            done = -1;
            taken = -1;
            due = states.keys();
        }
        if (taken < 0) {
            // A turn's own entries are counted when the standing is read, so it goes before them: see Turn.batch.
            standing.add(new Journal.Entry(Turn.NOBODY, counts));
            standing.add(new Journal.Entry(Turn.NOBODY, statistics.standing()));
            taken = 0;
        }
        long bytes = 0;
        while (taken < due.size()) {
            StateKey key = due.get(taken);
            Keeper<?, ?, ?> keeper = states.of(key.kind());
            bytes += keeper.bytes(key.id());
            if (bytes > BYTES_PER_TURN && bytes > keeper.bytes(key.id())) {
                break;
            }
            taken++;
            Journal.Entry entry = keeper.standing(key.id());
            if (entry != null) {
                standing.add(entry);
            }
        }
        return standing;
    }

    /** The turn is not kept: the next ones are tried without anything beside their own. */
    void failed() {
        finished();
    }

    private void finished() {
        running = false;
        due = List.of();
        done = 0;
        taken = 0;
        recordsSince = 0;
        wait = everyRecords;
    }

    /** The turn is kept; when all is written down, what was before is deleted. */
    void written(Journal.Batch batch) {
        recordsSince += batch.entries().size();
        done = taken;
        if (!running || done < due.size()) {
            return;
        }
        finished();
        try {
            journal.forgetBefore(first);
        } catch (JournalException e) {
            // Nothing is lost: the next one deletes it.
            LOG.warn("journal.forget.failed before={}", first, e);
        }
    }
}
