package org.crossdesk.runtime;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.crossdesk.domain.Machine;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.statistics.Statistics;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** A journal that outlives the desks that write it, and forgets nothing that an auditor may ask for. */
final class MemoryJournal implements Journal {
    /** An entry, or where the record is null that its state left; in a batch of this number. */
    private record Kept(long batch, StateKey key, @Nullable Object record) {}

    private final List<Kept> live = new ArrayList<>();
    private final List<Entry> history = new ArrayList<>();

    private record Ended(SessionRecord.Standing last, Instant at) {}

    private final Map<StateKey, Ended> ended = new LinkedHashMap<>();
    private long position;
    private final Set<String> saidIds = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private final Map<String, Long> receivedUpTo = new HashMap<>();
    private final Map<String, Long> ofFormer = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Map<String, Instant> acceptingSince = new LinkedHashMap<>();
    private BooleanSupplier fails = () -> false;
    private int writes;
    private int failures;

    /** Writing fails from now on whenever this says so. */
    void failsWhen(BooleanSupplier condition) {
        fails = condition;
    }

    @Override
    public void write(Batch batch, Instant at) throws JournalException {
        if (fails.getAsBoolean()) {
            failures++;
            throw new JournalException("the disk is full", new IOException("no space left"));
        }
        writes++;
        position++;
        ofFormer.clear();
        batch.entries().forEach(entry -> live.add(new Kept(position, entry.key(), entry.record())));
        batch.entries().forEach(entry -> remember(entry, at));
        batch.ended().forEach(last -> {
            ended.put(last.key(), new Ended((SessionRecord.Standing) last.record(), at));
            live.add(new Kept(position, last.key(), null));
        });
        batch.forgotten().forEach(key -> live.add(new Kept(position, key, null)));
    }

    private void remember(Entry entry, Instant at) {
        history.add(entry);
        String id = entry.key().id();
        Object record = entry.record();
        if (record instanceof SessionRecord.PatronUttered uttered) {
            saidIds.add(String.valueOf(uttered.messageId()));
            lines.put(id, uttered.line().seq());
        } else if (record instanceof SessionRecord.OperatorUttered uttered) {
            lines.put(id, uttered.line().seq());
        } else if (record instanceof SessionRecord.DeskUttered uttered) {
            lines.put(id, uttered.line().seq());
        } else if (record instanceof SessionRecord.OwnerChanged changed) {
            epochs.put(id, changed.epoch());
        } else if (record instanceof OutboxRecord.Posted posted) {
            letters.add(posted.letter().id());
        } else if (record instanceof EngagementRecord.Accepting) {
            acceptingSince.put(id, at);
        } else if (record instanceof EngagementRecord.Engaged || record instanceof EngagementRecord.Over) {
            acceptingSince.remove(id);
        } else if (record instanceof EngagementRecord.Rung) {
            ofFormer.put(id, receivedUpTo.getOrDefault(id, 0L));
            receivedUpTo.put(id, 0L);
        } else if (record instanceof EngagementRecord.Wrote wrote) {
            saidIds.add(String.valueOf(wrote.messageId()));
        } else if (record instanceof EngagementRecord.Received received) {
            received.utterances().forEach(utterance -> receivedUpTo.put(id, utterance.seq()));
        }
    }

    /** The ids of everything that people said. */
    Set<String> saidIds() {
        return saidIds;
    }

    /** The ids of everything that people were to be told and to confirm. */
    Set<String> letters() {
        return letters;
    }

    /** The last line that an engagement holds. */
    long receivedUpTo(String engagement) {
        // In one turn a former engagement of that name may have acknowledged and another have begun.
        return Math.max(receivedUpTo.getOrDefault(engagement, 0L), ofFormer.getOrDefault(engagement, 0L));
    }

    /** The engagements whose home desk has not answered their accept, and since when. */
    Map<String, Instant> acceptingSince() {
        return acceptingSince;
    }

    /** The desk starts: each lease begins anew. */
    void startsAt(Instant now) {
        acceptingSince.replaceAll((id, since) -> now);
    }

    /** How many lines a session has. */
    long lines(SessionId session) {
        return lines.getOrDefault(session.value(), 0L);
    }

    /** The epoch a session is in. */
    long epoch(SessionId session) {
        return epochs.getOrDefault(session.value(), 0L);
    }

    @Override
    public long mark() {
        return position() + 1;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void forgetBefore(long before) {
        live.removeIf(kept -> kept.batch() < before);
    }

    @Override
    public void replay(Reader reader, int endedMax) {
        List<Ended> all = List.copyOf(ended.values());
        all.subList(Math.max(0, all.size() - endedMax), all.size()).forEach(one -> reader.ended(one.last()));
        for (Kept kept : List.copyOf(live)) {
            if (kept.record() instanceof SessionRecord session) {
                reader.session(kept.key(), session);
            } else if (kept.record() instanceof EngagementRecord engagement) {
                reader.engagement(kept.key(), engagement);
            } else if (kept.record() instanceof OutboxRecord outbox) {
                reader.outbox(kept.key(), outbox);
            } else if (kept.record() instanceof LedgerEntry entry) {
                reader.ledger(entry);
            } else if (kept.record() instanceof Counts counts) {
                reader.counts(counts);
            } else if (kept.record() instanceof Statistics.Standing standing) {
                reader.statistics(standing);
            } else {
                reader.left(kept.key());
            }
        }
    }

    @Override
    public int forgetEndedBefore(Instant instant) {
        int before = ended.size();
        ended.values().removeIf(one -> one.at().isBefore(instant));
        return before - ended.size();
    }

    /** How often something could not be written. */
    int failures() {
        return failures;
    }

    /** How often something was written. */
    int writes() {
        return writes;
    }

    /** Every record ever kept of states of this kind, by state. */
    <R> Map<String, List<R>> history(StateKey.Kind kind, Class<R> type) {
        return byState(history, kind, type);
    }

    /** The records of states that live. */
    <R> Map<String, List<R>> live(StateKey.Kind kind, Class<R> type) {
        Map<String, List<R>> records = new LinkedHashMap<>();
        for (Kept kept : live) {
            String id = kept.key().id();
            if (kept.key().kind() != kind) {
                continue;
            }
            if (kept.record() == null) {
                records.remove(id);
            } else if (begins(kept.record())) {
                records.put(id, new ArrayList<>(List.of(type.cast(kept.record()))));
            } else if (records.containsKey(id)) {
                records.get(id).add(type.cast(kept.record()));
            }
        }
        return records;
    }

    /** Other records are read without a beginning where the state's standing is yet to come. */
    private static boolean begins(Object record) {
        return record instanceof SessionRecord.Opened
                || record instanceof SessionRecord.Standing
                || record instanceof EngagementRecord.Rung
                || record instanceof EngagementRecord.Standing
                || record instanceof OutboxRecord.Opened
                || record instanceof OutboxRecord.Standing;
    }

    private static <R> Map<String, List<R>> byState(List<Entry> entries, StateKey.Kind kind, Class<R> type) {
        Map<String, List<R>> records = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.key().kind() == kind) {
                records.computeIfAbsent(entry.key().id(), any -> new ArrayList<>())
                        .add(type.cast(entry.record()));
            }
        }
        return records;
    }

    /** What the machine makes of the records. */
    static <S, R> S fold(Machine<S, ?, R> machine, List<R> records) {
        S state = machine.begin(records.get(0));
        for (R record : records.subList(1, records.size())) {
            state = machine.evolve(state, record);
        }
        return state;
    }
}
