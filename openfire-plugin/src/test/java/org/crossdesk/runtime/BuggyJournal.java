package org.crossdesk.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.jspecify.annotations.Nullable;

/** A journal that does not do all that it should. */
abstract class BuggyJournal implements Journal {
    /** What is read of a record: another one, or nothing. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object of(Object record);
    }

    private final Journal sound;

    BuggyJournal(Journal sound) {
        this.sound = sound;
    }

    /** One that does not write every nth batch. */
    static Journal skipping(Journal sound, int nth) {
        return new BuggyJournal(sound) {
            private int writes;

            @Override
            public void write(Batch batch, Instant at) throws JournalException {
                if (++writes % nth != 0) {
                    sound.write(batch, at);
                }
            }
        };
    }

    /** One that writes something else. */
    static Journal changing(Journal sound, UnaryOperator<List<Entry>> change) {
        return new BuggyJournal(sound) {
            @Override
            public void write(Batch batch, Instant at) throws JournalException {
                sound.write(new Batch(change.apply(batch.entries()), batch.ended(), batch.forgotten()), at);
            }
        };
    }

    /** One that reads something else. */
    static Journal reading(Journal sound, Reading reading) {
        return new BuggyJournal(sound) {
            @Override
            public void replay(Reader reader, int endedMax) throws JournalException {
                Reader changed = new Reader() {
                    @Override
                    public void session(StateKey key, SessionRecord record) {
                        if (reading.of(record) instanceof SessionRecord read) {
                            reader.session(key, read);
                        }
                    }

                    @Override
                    public void engagement(StateKey key, EngagementRecord record) {
                        if (reading.of(record) instanceof EngagementRecord read) {
                            reader.engagement(key, read);
                        }
                    }

                    @Override
                    public void outbox(StateKey key, OutboxRecord record) {
                        if (reading.of(record) instanceof OutboxRecord read) {
                            reader.outbox(key, read);
                        }
                    }

                    @Override
                    public void ledger(LedgerEntry entry) {
                        reader.ledger(entry);
                    }

                    @Override
                    public void counts(Counts counts) {
                        reader.counts(counts);
                    }

                    @Override
                    public void statistics(Statistics.Standing standing) {
                        reader.statistics(standing);
                    }

                    @Override
                    public void left(StateKey key) {
                        reader.left(key);
                    }

                    @Override
                    public void ended(SessionRecord.Standing last) {
                        reader.ended(last);
                    }
                };
                sound.replay(changed, endedMax);
            }
        };
    }

    @Override
    public void write(Batch batch, Instant at) throws JournalException {
        sound.write(batch, at);
    }

    @Override
    public long mark() {
        return position() + 1;
    }

    @Override
    public long position() {
        return sound.position();
    }

    @Override
    public void forgetBefore(long position) throws JournalException {
        sound.forgetBefore(position);
    }

    @Override
    public void replay(Reader reader, int endedMax) throws JournalException {
        sound.replay(reader, endedMax);
    }

    @Override
    public int forgetEndedBefore(Instant instant) throws JournalException {
        return sound.forgetEndedBefore(instant);
    }
}
