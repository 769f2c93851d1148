package org.crossdesk.runtime;

import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;

/** Takes up what the journal holds. */
final class Replay implements Journal.Reader {
    private final States states;
    private final TurnWriter writer;

    Replay(States states, TurnWriter writer) {
        this.states = states;
        this.writer = writer;
    }

    @Override
    public void session(StateKey key, SessionRecord record) {
        states.sessions().replay(key.id(), record);
    }

    @Override
    public void engagement(StateKey key, EngagementRecord record) {
        states.engagements().replay(key.id(), record);
    }

    @Override
    public void outbox(StateKey key, OutboxRecord record) {
        states.outboxes().replay(key.id(), record);
    }

    @Override
    public void ledger(LedgerEntry entry) {
        writer.count(entry);
    }

    @Override
    public void counts(Counts counts) {
        writer.counts(counts);
    }

    @Override
    public void statistics(Statistics.Standing standing) {
        writer.statistics().stand(standing);
    }

    @Override
    public void left(StateKey key) {
        states.of(key.kind()).replayLeft(key.id());
    }

    @Override
    public void ended(SessionRecord.Standing last) {
        states.sessions().replayEnded(last.session());
    }
}
