package org.crossdesk.runtime;

import java.time.Instant;

/** Keeps nothing: for what no machine dies in. */
final class NoJournal implements Journal {
    private long batches;

    @Override
    public void write(Batch batch, Instant at) {
        batches++;
    }

    @Override
    public long position() {
        return batches;
    }

    @Override
    public long mark() {
        return batches + 1;
    }

    @Override
    public void forgetBefore(long position) {
        // Nothing is kept.
    }

    @Override
    public void replay(Reader reader, int endedMax) {
        // Nothing is kept.
    }

    @Override
    public int forgetEndedBefore(Instant instant) {
        return 0;
    }
}
