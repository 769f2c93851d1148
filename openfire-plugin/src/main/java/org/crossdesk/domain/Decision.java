package org.crossdesk.domain;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.ledger.LedgerEntry;

/**
 * What a machine decided.
 *
 * @param records what changes, in order; written before any effect is carried out
 * @param effects what is then done outside
 * @param entries what the ledger keeps, written with the records
 * @param <R> the machine's records
 */
public record Decision<R>(List<R> records, List<Effect> effects, List<LedgerEntry> entries) {
    public Decision {
        records = List.copyOf(records);
        effects = List.copyOf(effects);
        entries = List.copyOf(entries);
    }

    /** Nothing changes and nothing is done. */
    public static <R> Decision<R> nothing() {
        return new Decision<>(List.of(), List.of(), List.of());
    }

    /** Only effects. */
    public static <R> Decision<R> of(Effect... effects) {
        return new Decision<>(List.of(), List.of(effects), List.of());
    }

    /** Collects a decision step by step while the state evolves with it. */
    public static final class Draft<S, R> {
        private final Machine<S, ?, R> machine;
        private final List<R> records = new ArrayList<>();
        private final List<Effect> effects = new ArrayList<>();
        private final List<LedgerEntry> entries = new ArrayList<>();
        private S state;

        /** Starts from {@code state}. */
        public Draft(Machine<S, ?, R> machine, S state) {
            this.machine = machine;
            this.state = state;
        }

        /** Starts a state with its first record. */
        public static <S, R> Draft<S, R> begin(Machine<S, ?, R> machine, R first) {
            Draft<S, R> draft = new Draft<>(machine, machine.begin(first));
            draft.records.add(first);
            return draft;
        }

        /** The state with every record so far. */
        public S state() {
            return state;
        }

        /** Adds a record, and evolves the state by it. */
        public Draft<S, R> record(R record) {
            records.add(record);
            state = machine.evolve(state, record);
            return this;
        }

        /** Adds an effect. */
        public Draft<S, R> effect(Effect effect) {
            effects.add(effect);
            return this;
        }

        /** Adds a ledger entry. */
        public Draft<S, R> entry(LedgerEntry entry) {
            entries.add(entry);
            return this;
        }

        /** The decision. */
        public Decision<R> decision() {
            return new Decision<>(records, effects, entries);
        }
    }
}
