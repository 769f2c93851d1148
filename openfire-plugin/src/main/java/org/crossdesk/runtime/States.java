package org.crossdesk.runtime;

import java.util.ArrayList;
import java.util.List;

/** Everything that lives at a desk. */
record States(Sessions sessions, Engagements engagements, Questions questions, Outboxes outboxes) {
    /** Those of a kind. */
    Keeper<?, ?, ?> of(StateKey.Kind kind) {
        return switch (kind) {
            case SESSION -> sessions;
            case ENGAGEMENT -> engagements;
            case QUESTION -> questions;
            case OUTBOX -> outboxes;
            case LEDGER -> throw new IllegalArgumentException("the ledger has no states");
        };
    }

    /** What is read from the journal at a start: all but the questions, which are asked again. */
    private List<Keeper<?, ?, ?>> kept() {
        return List.of(sessions, engagements, outboxes);
    }

    /** The names of what is kept, in the order it began. */
    List<StateKey> keys() {
        List<StateKey> keys = new ArrayList<>();
        kept().forEach(keeper -> keeper.ids().forEach(id -> keys.add(keeper.key(id))));
        return keys;
    }

    /** How much room it all takes where it is kept, about. */
    long bytes() {
        return kept().stream()
                .mapToLong(
                        keeper -> keeper.ids().stream().mapToLong(keeper::bytes).sum())
                .sum();
    }

    /** After the replay: no state may be without its beginning. */
    void replayed() throws JournalException {
        for (Keeper<?, ?, ?> keeper : kept()) {
            keeper.replayed();
        }
    }

    /** The turn is written. */
    void commit() {
        kept().forEach(Keeper::commit);
        questions.commit();
    }

    /** The turn is not written: everything is as it was before it. */
    void rollBack() {
        kept().forEach(Keeper::rollBack);
        questions.rollBack();
    }
}
