package org.crossdesk.runtime;

import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.statistics.Tallied;

/** Where half hours that are over are kept. Safe for several threads. */
public interface StatisticsShelf {
    /** Keeps them durably; one that is here already is replaced. */
    void file(List<Tallied> over) throws JournalException;

    /** Those that begin from {@code from} on and before {@code until}, in order. */
    List<Tallied> read(Instant from, Instant until) throws JournalException;

    /** Deletes what is older; some of it may stay a while, since it is deleted by whole months. */
    void forgetBefore(Instant instant) throws JournalException;
}
