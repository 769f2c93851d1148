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
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.domain.transfer.EngagementRecord;
import org.crossdesk.protocol.session.SessionId;

/** A journal that outlives the desks that write it, and forgets nothing that an auditor may ask for. */
final class MemoryJournal implements Journal {
    private record Kept(Entry entry, Instant at) {}

    private final List<Kept> live = new ArrayList<>();
    private final List<Entry> history = new ArrayList<>();
    private final Map<StateKey, Instant> ended = new HashMap<>();
    private final Set<String> saidIds = new HashSet<>();
    private final Map<String, Long> receivedUpTo = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
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
        batch.entries().forEach(entry -> live.add(new Kept(entry, at)));
        batch.entries().forEach(this::remember);
        batch.ended().forEach(key -> ended.put(key, at));
        Set<StateKey> forgotten = new HashSet<>(batch.forgotten());
        live.removeIf(kept -> forgotten.contains(kept.entry().key()));
    }

    private void remember(Entry entry) {
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
        } else if (record instanceof EngagementRecord.Rung) {
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

    /** The last line that an engagement holds. */
    long receivedUpTo(String engagement) {
        return receivedUpTo.getOrDefault(engagement, 0L);
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
    public void replay(Reader reader) {
        for (Kept kept : List.copyOf(live)) {
            Entry entry = kept.entry();
            if (ended.containsKey(entry.key())) {
                continue;
            }
            switch (entry.key().kind()) {
                case SESSION -> reader.session(entry.key(), (SessionRecord) entry.record());
                case ENGAGEMENT -> reader.engagement(entry.key(), (EngagementRecord) entry.record());
                case LEDGER -> reader.ledger((LedgerEntry) entry.record());
                case QUESTION -> throw new AssertionError("questions are not kept");
            }
        }
    }

    @Override
    public int forgetEndedBefore(Instant instant) {
        int before = live.size();
        live.removeIf(
                kept -> ended.getOrDefault(kept.entry().key(), Instant.MAX).isBefore(instant));
        return before - live.size();
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
        List<Entry> entries = live.stream()
                .map(Kept::entry)
                .filter(entry -> !ended.containsKey(entry.key()))
                .toList();
        return byState(entries, kind, type);
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
