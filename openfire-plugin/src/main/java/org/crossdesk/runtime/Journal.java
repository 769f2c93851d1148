package org.crossdesk.runtime;

import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;

/** Where records are kept. Called by one thread. */
public interface Journal {
    /** Something that is kept: a record of its state. */
    record Entry(StateKey key, Object record) {}

    /**
     * What is written in one transaction.
     *
     * @param entries the records, in order
     * @param ended states that live no more, each with its last standing, which is kept until its retention is over
     * @param forgotten states that live no more, and of which nothing is kept
     */
    record Batch(List<Entry> entries, List<Entry> ended, List<StateKey> forgotten) {
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
        /** A record of a session. */
        void session(StateKey key, SessionRecord record);

        /** A record of an engagement. */
        void engagement(StateKey key, EngagementRecord record);

        /** A record of an outbox. */
        void outbox(StateKey key, OutboxRecord record);

        /** An entry of the ledger. */
        void ledger(LedgerEntry entry);

        /** What all entries of the ledger before came to. */
        void counts(Counts counts);

        /** What all entries of the ledger before came to by service and time, as far as it was not filed. */
        void statistics(Statistics.Standing standing);

        /** This state lives no more. */
        void left(StateKey key);

        /** A session that ended, of those that ended last; the oldest first, and all of them before the rest. */
        void ended(SessionRecord.Standing last);
    }

    /** Writes the batch durably, whole or not at all. */
    void write(Batch batch, Instant at) throws JournalException;

    /** The number of the batch that was written last. */
    long position();

    /** The number of the batch that is written next; what is before it can then be forgotten for itself. */
    long mark();

    /**
     * Deletes the batches before this one. What lives must stand in it or in a later one: records of a state that were
     * written after it and before the state's standing are read without their beginning.
     */
    void forgetBefore(long position) throws JournalException;

    /** Reads the sessions that ended last, at most {@code endedMax}, and then every batch. */
    void replay(Reader reader, int endedMax) throws JournalException;

    /** Deletes what is kept of states that ended before {@code instant}; returns how many. */
    int forgetEndedBefore(Instant instant) throws JournalException;
}
