package org.crossdesk.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionEvent;

/** What the tasks of one turn of the loop have decided, until it is written and carried out. */
final class Turn {
    /** An effect and the state it comes from. */
    record Caused(StateKey origin, Effect effect) {}

    /** Where effects come from that no state has decided. */
    static final StateKey NOBODY = new StateKey(StateKey.Kind.LEDGER, "ledger");

    private final Instant now;
    private final Supplier<String> tokens;
    final List<Journal.Entry> entries = new ArrayList<>();
    final List<Journal.Entry> ended = new ArrayList<>();
    final List<StateKey> forgotten = new ArrayList<>();
    final List<StateKey> quiet = new ArrayList<>();
    final List<Caused> effects = new ArrayList<>();
    final List<LedgerEntry> ledger = new ArrayList<>();

    Turn(Instant now, Supplier<String> tokens) {
        this.now = now;
        this.tokens = tokens;
    }

    Moment moment() {
        return new Moment(now, tokens);
    }

    Instant now() {
        return now;
    }

    void enter(LedgerEntry entry) {
        ledger.add(entry);
        entries.add(new Journal.Entry(NOBODY, entry));
    }

    /** Refuses whoever asked, once the turn is written; where it is not, they hear that instead. */
    void refuse(Asker asker, Refusal.Condition condition, String text) {
        cause(new Effect.Refuse(asker, new Refusal(condition, text)));
    }

    /** A session that was closed meanwhile has kept it: it is said already, and begins no other session. */
    void confirm(SessionEvent.PatronSaid said) {
        if (said.confirm() != null) {
            cause(new Effect.Confirm(said.service().address(), said.patron(), said.confirm()));
        }
    }

    /** Does something that no state has decided. */
    void cause(Effect effect) {
        effects.add(new Caused(NOBODY, effect));
    }

    /** The state of this name does not leave after all. */
    void stays(StateKey key) {
        ended.removeIf(entry -> entry.key().equals(key));
        forgotten.remove(key);
        quiet.remove(key);
    }

    /** What is to be written, with what stands at the end of the turn. */
    Journal.Batch batch(List<Journal.Entry> standing) {
        if (standing.isEmpty()) {
            return new Journal.Batch(entries, ended, forgotten);
        }
        List<Journal.Entry> all = new ArrayList<>();
        // What the ledger came to before the turn is read before the turn's own entries, all else after them.
        standing.stream().filter(entry -> entry.key() == NOBODY).forEach(all::add);
        all.addAll(entries);
        standing.stream().filter(entry -> entry.key() != NOBODY).forEach(all::add);
        return new Journal.Batch(all, ended, forgotten);
    }

    /** Whether there is nothing to write. */
    boolean isEmpty() {
        return entries.isEmpty() && ended.isEmpty() && forgotten.isEmpty();
    }
}
