package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Machine;
import org.jspecify.annotations.Nullable;

/**
 * The live states of one machine. A turn changes them at once, so that its later tasks see what its earlier ones
 * decided, and takes everything back if the turn can't be written. Used by the loop's thread only.
 */
abstract class Keeper<S, E, R> {
    private final StateKey.Kind kind;
    private final Machine<S, E, R> machine;
    private final Map<String, S> live = new LinkedHashMap<>();
    private final Map<String, Optional<S>> beforeTurn = new HashMap<>();
    private final Set<String> unbegun = new HashSet<>();

    Keeper(StateKey.Kind kind, Machine<S, E, R> machine) {
        this.kind = kind;
        this.machine = machine;
    }

    /** How a state leaves: it stays in the journal until its retention is over, or goes at once. */
    enum Leaving {
        STAYS,
        ENDED,
        FORGOTTEN
    }

    /** Whether {@code state} has anything left to do. */
    abstract Leaving leaving(S state);

    /** A state has come to its end; where the turn is not written, it has not. */
    void ended(S state) {
        // Most are not missed.
    }

    /** Whether a state can begin with {@code record}. */
    abstract boolean begins(R record);

    /** The record that is all of {@code state}. */
    abstract R standing(S state);

    /** How much room a state takes where it is kept, about. */
    abstract long bytes(S state);

    /** Whether {@code record} is to be written. */
    abstract boolean kept(R record);

    /** A state has changed, begun ({@code before} is null) or left ({@code after} is null): for the indexes. */
    abstract void changed(String id, @Nullable S before, @Nullable S after);

    final StateKey key(String id) {
        return new StateKey(kind, id);
    }

    final @Nullable S get(String id) {
        return live.get(id);
    }

    final Map<String, S> all() {
        // In the order they began, not in one that differs from run to run: a simulation must be repeatable.
        return new LinkedHashMap<>(live);
    }

    final int size() {
        return live.size();
    }

    /** How much room a state takes where it is kept, about; 0 if it lives no more. */
    final long bytes(String id) {
        S state = live.get(id);
        return state == null ? 0 : bytes(state);
    }

    /** The names of all that live, in the order they began. */
    final List<String> ids() {
        return List.copyOf(live.keySet());
    }

    /** What stands of a state now; null if it lives no more. */
    final Journal.@Nullable Entry standing(String id) {
        S state = live.get(id);
        return state == null ? null : new Journal.Entry(key(id), standing(state));
    }

    /** A new state, or one in place of a former one of that name. */
    final void begin(String id, Decision<R> decision, Turn turn) {
        // A former one of that name may have left in this very turn; then both leave when this one does.
        turn.stays(key(id));
        S state = null;
        for (R record : decision.records()) {
            state = state == null ? machine.begin(record) : machine.evolve(state, record);
        }
        keep(id, state, decision, turn);
    }

    /** Lets the event happen to the state; false if there is no such state. */
    final boolean happen(String id, E event, Turn turn) {
        S state = live.get(id);
        if (state == null) {
            return false;
        }
        Decision<R> decision = machine.decide(state, event, turn.moment());
        for (R record : decision.records()) {
            state = machine.evolve(state, record);
        }
        keep(id, state, decision, turn);
        return true;
    }

    private void keep(String id, @Nullable S state, Decision<R> decision, Turn turn) {
        StateKey key = key(id);
        for (R record : decision.records()) {
            if (kept(record)) {
                turn.entries.add(new Journal.Entry(key, record));
            }
        }
        decision.entries().forEach(turn::enter);
        decision.effects().forEach(effect -> turn.effects.add(new Turn.Caused(key, effect)));
        if (state == null) {
            return;
        }
        Leaving leaving = leaving(state);
        switch (leaving) {
            case STAYS -> put(id, state);
            case ENDED -> {
                put(id, null);
                turn.ended.add(new Journal.Entry(key, standing(state)));
                ended(state);
                turn.quiet.add(key);
            }
            case FORGOTTEN -> {
                put(id, null);
                if (kind.kept()) {
                    turn.forgotten.add(key);
                }
                turn.quiet.add(key);
            }
        }
    }

    private void put(String id, @Nullable S after) {
        S before = after == null ? live.remove(id) : live.put(id, after);
        beforeTurn.putIfAbsent(id, Optional.ofNullable(before));
        changed(id, before, after);
    }

    /** The turn is written. */
    final void commit() {
        beforeTurn.clear();
    }

    /** The turn is not written: everything is as it was before it. */
    final void rollBack() {
        beforeTurn.forEach((id, before) -> {
            S undone = before.isPresent() ? live.put(id, before.get()) : live.remove(id);
            changed(id, undone, before.orElse(null));
        });
        beforeTurn.clear();
    }

    /** A record read from the journal; without a beginning only if the state's standing is yet to come. */
    final void replay(String id, R record) {
        S before = live.get(id);
        if (before == null && !begins(record)) {
            unbegun.add(id);
            return;
        }
        unbegun.remove(id);
        S after = before == null ? machine.begin(record) : machine.evolve(before, record);
        live.put(id, after);
        changed(id, before, after);
    }

    /** The journal says that this state lives no more. */
    final void replayLeft(String id) {
        unbegun.remove(id);
        S before = live.remove(id);
        if (before != null) {
            changed(id, before, null);
        }
    }

    /** After the replay: no state may be without its beginning. */
    final void replayed() throws JournalException {
        if (!unbegun.isEmpty()) {
            throw new JournalException("the journal holds records of " + unbegun.size() + " "
                    + kind.name().toLowerCase(Locale.ROOT) + "(s) without their beginning: it is damaged."
                    + " Restore the server's database from a backup. Nothing was changed.");
        }
    }
}
