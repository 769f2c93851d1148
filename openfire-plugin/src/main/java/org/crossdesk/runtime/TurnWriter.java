package org.crossdesk.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.statistics.Statistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a turn in one commit, and then lets its effects go. Used by the loop's thread only. */
final class TurnWriter implements Loop.Turns {
    private static final Logger LOG = LoggerFactory.getLogger(TurnWriter.class);

    private final States states;
    private final Journal journal;
    private final Outlet outlet;
    private final Supplier<Alarms> alarms;
    private final LoadWatch loadWatch;
    private final Checkpoint checkpoint;
    private final Indoors indoors;
    private Map<String, Integer> loads = new HashMap<>();
    private Counts counts = Counts.NONE;
    private final Statistics statistics = new Statistics();

    /** {@code alarms} are asked for when the first turn is carried out, since they need the desk. */
    TurnWriter(
            States states,
            Journal journal,
            Outlet outlet,
            Supplier<Alarms> alarms,
            LoadWatch loadWatch,
            int checkpointRecords,
            Indoors indoors) {
        this.states = states;
        this.journal = journal;
        this.outlet = outlet;
        this.alarms = alarms;
        this.loadWatch = loadWatch;
        this.indoors = indoors;
        this.checkpoint = new Checkpoint(states, journal, checkpointRecords);
    }

    /** What lives is written down anew, and what was before is deleted, as soon as may be. */
    void checkpointSoon() {
        checkpoint.soon();
    }

    /** What the ledger has counted. */
    Counts counts() {
        return counts;
    }

    /** What the journal's entries of the ledger came to. */
    void counts(Counts stand) {
        counts = stand;
    }

    /** An entry of the ledger was read from the journal, or is written now. */
    void count(LedgerEntry entry) {
        counts = counts.plus(entry);
        statistics.count(entry);
    }

    /** What the ledger has counted by service and time, and is not filed. */
    Statistics statistics() {
        return statistics;
    }

    @Override
    public void hearOwn(Turn turn) {
        indoors.hear(turn);
        states.outboxes().post(turn);
    }

    @Override
    public void write(Turn turn) throws JournalException {
        if (!turn.isEmpty() || checkpoint.wantsTurn()) {
            Journal.Batch batch = turn.batch(checkpoint.next(counts, statistics));
            journal.write(batch, turn.now());
            checkpoint.written(batch);
        }
        states.commit();
        turn.ledger.forEach(this::count);
    }

    @Override
    public void carryOut(Turn turn) {
        outlet.begin(turn.effects.size());
        Map<Woken, Duration> wakes = new LinkedHashMap<>();
        for (Turn.Caused caused : turn.effects) {
            if (caused.effect() instanceof Effect.Wake wake) {
                // Each line of a session sets the same timer anew: only what the last one of the turn sets counts.
                wakes.put(new Woken(caused.origin(), wake.alarm()), wake.delay());
            } else {
                orLog(
                        caused.effect(),
                        () -> caused.effect().accept(new Carrier(outlet, alarms.get(), caused.origin())));
            }
        }
        wakes.forEach((woken, delay) ->
                orLog(woken.alarm().kind(), () -> alarms.get().set(woken.origin(), woken.alarm(), delay)));
        turn.quiet.forEach(key -> orLog(key.kind(), () -> alarms.get().clear(key)));
        orLog("load", this::tellLoads);
    }

    /** An alarm of a state. */
    private record Woken(StateKey origin, Alarm alarm) {}

    /** A bug, or a server that is stopping; the others of the turn are still owed. */
    private static void orLog(Object what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("effect.failed kind={}", what.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void rollBack(Turn turn) {
        states.rollBack();
        checkpoint.failed();
    }

    private void tellLoads() {
        if (!states.engagements().loadsChanged()) {
            return;
        }
        Map<String, Integer> now = states.engagements().loads();
        if (now.equals(loads)) {
            return;
        }
        Map<String, Integer> before = loads;
        loads = now;
        before.keySet().stream()
                .filter(handle -> !now.containsKey(handle))
                .forEach(handle -> loadWatch.loadChanged(handle, 0));
        now.forEach((handle, load) -> {
            if (!load.equals(before.get(handle))) {
                loadWatch.loadChanged(handle, load);
            }
        });
    }
}
