package org.crossdesk.runtime;

import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.EngagementRecord;

/** Where records are kept. Called by one thread. */
public interface Journal {
    /** Something that is kept: a record of its state. */
    record Entry(StateKey key, Object record) {}

    /**
     * What is written in one transaction.
     *
     * @param entries the records, in order
     * @param ended states that live no more: not replayed, deleted when their retention is over
     * @param forgotten states whose records are deleted now
     */
    record Batch(List<Entry> entries, List<StateKey> ended, List<StateKey> forgotten) {
        public Batch {
            entries = List.copyOf(entries);
            ended = List.copyOf(ended);
            forgotten = List.copyOf(forgotten);
        }

        /** Whether there is nothing to write. */
        public boolean isEmpty() {
            return entries.isEmpty() && ended.isEmpty() && forgotten.isEmpty();
        }
    }

    /** Receives what was kept, in the order it was written. */
    interface Reader {
        /** A record of a session that has not ended. */
        void session(StateKey key, SessionRecord record);

        /** A record of an engagement that has not ended. */
        void engagement(StateKey key, EngagementRecord record);

        /** An entry of the ledger. */
        void ledger(LedgerEntry entry);
    }

    /** Writes the batch durably, whole or not at all. */
    void write(Batch batch, Instant at) throws JournalException;

    /** Reads everything that lives. */
    void replay(Reader reader) throws JournalException;

    /** Deletes the records of states that ended before {@code instant}; returns how many. */
    int forgetEndedBefore(Instant instant) throws JournalException;
}
