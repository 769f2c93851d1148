package org.crossdesk.runtime;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The disk under a journal: it fails, or its machine dies at a boundary of a write. A batch is appended, then synced;
 * what was appended and not synced when the machine dies is there whole, torn (which the journal drops whole), or not.
 */
final class FaultyDisk implements Journal {
    /** What becomes of one write. */
    enum Fate {
        WRITTEN,
        FAILS,
        DIES_BEFORE_APPEND,
        DIES_UNSYNCED_AND_LOST,
        DIES_UNSYNCED_AND_TORN,
        DIES_UNSYNCED_AND_KEPT,
        DIES_AFTER_SYNC,
        DIES_AMID_EFFECTS
    }

    /** Decides what becomes of the nth write. */
    @FunctionalInterface
    interface Fates {
        Fate of(int write);
    }

    private final MemoryJournal kept;
    private final Journal below;
    private final Library machine;
    private final List<Runnable> unsynced = new ArrayList<>();
    private Fates fates = write -> Fate.WRITTEN;
    private boolean syncs = true;
    private int writes;
    private int failures;

    /** A disk that keeps in {@code kept}, by way of {@code below}, which may be a faulty journal. */
    FaultyDisk(MemoryJournal kept, Journal below, Library machine) {
        this.kept = kept;
        this.below = below;
        this.machine = machine;
    }

    void fates(Fates decided) {
        fates = decided;
    }

    /** From now on a write returns when it is appended, and what is appended is synced with a later one. */
    void forgetsToSync() {
        syncs = false;
    }

    /** The machine has died: what was not synced is gone. */
    void powerFails() {
        unsynced.clear();
    }

    int writes() {
        return writes;
    }

    int failures() {
        return failures;
    }

    @Override
    public void write(Batch batch, Instant at) throws JournalException {
        Fate fate = fates.of(++writes);
        machine.note(() -> "disk: write " + writes + " of " + batch.entries().size() + " records"
                + (fate == Fate.WRITTEN ? "" : ", " + fate.name().toLowerCase(java.util.Locale.ROOT)));
        switch (fate) {
            case WRITTEN -> append(batch, at);
            case FAILS -> {
                failures++;
                throw new JournalException("the disk is full", new IOException("no space left"));
            }
            case DIES_BEFORE_APPEND, DIES_UNSYNCED_AND_LOST, DIES_UNSYNCED_AND_TORN -> {
                machine.crash();
                throw new JournalException("the machine is dead");
            }
            case DIES_UNSYNCED_AND_KEPT, DIES_AFTER_SYNC -> {
                append(batch, at);
                machine.crash();
            }
            case DIES_AMID_EFFECTS -> {
                append(batch, at);
                machine.diesAmidEffects();
            }
        }
    }

    private void append(Batch batch, Instant at) throws JournalException {
        if (syncs) {
            below.write(batch, at);
            return;
        }
        // The one before is synced with this one, and this one only with the next.
        unsynced.forEach(Runnable::run);
        unsynced.clear();
        unsynced.add(() -> {
            try {
                below.write(batch, at);
            } catch (JournalException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Override
    public long mark() {
        return position() + 1;
    }

    @Override
    public long position() {
        return kept.position() + unsynced.size();
    }

    @Override
    public void forgetBefore(long position) throws JournalException {
        // A machine that died with the write before does nothing more.
        if (machine.up()) {
            below.forgetBefore(position);
        }
    }

    @Override
    public void replay(Reader reader, int endedMax) throws JournalException {
        below.replay(reader, endedMax);
    }

    @Override
    public int forgetEndedBefore(Instant instant) {
        return kept.forgetEndedBefore(instant);
    }
}
