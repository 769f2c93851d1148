package org.crossdesk.edge.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.StateKey;

/** What one batch of the journal has written, as JSON. */
record StoredBatch(List<Stored> entries) {
    /** One thing in it. */
    sealed interface Stored {}

    /** A record of a session. */
    record OfSession(String id, SessionRecord record) implements Stored {}

    /** A record of an engagement. */
    record OfEngagement(String id, EngagementRecord record) implements Stored {}

    /** A record of an outbox. */
    record OfOutbox(String id, OutboxRecord record) implements Stored {}

    /** An entry of the ledger. */
    record OfLedger(LedgerEntry record) implements Stored {}

    /** What the ledger came to. */
    record OfCounts(Counts counts) implements Stored {}

    /** What the ledger came to by service and time, and was not filed. */
    record OfStatistics(Statistics.Standing statistics) implements Stored {}

    /** A session that lives no more, as it was last. */
    record OfEnded(String id, SessionRecord.Standing last) implements Stored {}

    /** A state that lives no more. */
    record Left(StateKey.Kind kind, String id) implements Stored {}

    StoredBatch {
        entries = List.copyOf(entries);
    }

    static StoredBatch of(Journal.Batch batch) {
        List<Stored> stored = new ArrayList<>();
        batch.entries().forEach(entry -> stored.add(of(entry)));
        batch.ended().forEach(entry -> stored.add(ended(entry)));
        batch.forgotten().forEach(key -> stored.add(left(key)));
        return new StoredBatch(stored);
    }

    static Stored of(Journal.Entry entry) {
        String id = entry.key().id();
        Object record = entry.record();
        if (record instanceof SessionRecord session) {
            return new OfSession(id, session);
        } else if (record instanceof EngagementRecord engagement) {
            return new OfEngagement(id, engagement);
        } else if (record instanceof OutboxRecord outbox) {
            return new OfOutbox(id, outbox);
        } else if (record instanceof LedgerEntry ledger) {
            return new OfLedger(ledger);
        } else if (record instanceof Counts counts) {
            return new OfCounts(counts);
        } else if (record instanceof Statistics.Standing statistics) {
            return new OfStatistics(statistics);
        }
        throw new IllegalArgumentException("the journal keeps no " + record.getClass());
    }

    private static OfEnded ended(Journal.Entry entry) {
        if (entry.record() instanceof SessionRecord.Standing last) {
            return new OfEnded(entry.key().id(), last);
        }
        throw new IllegalArgumentException("only a session ends, and is kept for its retention");
    }

    private static Left left(StateKey key) {
        return new Left(key.kind(), key.id());
    }

    /** Gives everything in it to the reader, in order. */
    void read(Journal.Reader reader) {
        for (Stored stored : entries) {
            if (stored instanceof OfSession session) {
                reader.session(new StateKey(StateKey.Kind.SESSION, session.id()), session.record());
            } else if (stored instanceof OfEngagement engagement) {
                reader.engagement(new StateKey(StateKey.Kind.ENGAGEMENT, engagement.id()), engagement.record());
            } else if (stored instanceof OfOutbox outbox) {
                reader.outbox(new StateKey(StateKey.Kind.OUTBOX, outbox.id()), outbox.record());
            } else if (stored instanceof OfLedger ledger) {
                reader.ledger(ledger.record());
            } else if (stored instanceof OfCounts counts) {
                reader.counts(counts.counts());
            } else if (stored instanceof OfStatistics statistics) {
                reader.statistics(statistics.statistics());
            } else if (stored instanceof OfEnded ended) {
                reader.left(new StateKey(StateKey.Kind.SESSION, ended.id()));
                reader.ended(ended.last());
            } else if (stored instanceof Left left) {
                reader.left(new StateKey(left.kind(), left.id()));
            }
        }
    }

    /** Gives every session that ended in it to the reader, in order. */
    void ended(BiConsumer<String, SessionRecord.Standing> reader) {
        for (Stored stored : entries) {
            if (stored instanceof OfEnded ended) {
                reader.accept(ended.id(), ended.last());
            }
        }
    }
}
