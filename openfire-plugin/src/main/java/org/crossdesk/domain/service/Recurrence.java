package org.crossdesk.domain.service;

import java.time.LocalDate;
import java.util.List;

/** Knows the days of a recurrence rule (RFC 5545, section 3.3.10). A pure function: the same for the same arguments. */
public interface Recurrence {
    /**
     * The days that the rule names, in order.
     *
     * @param begins the day that the rule counts from
     * @param first the first day that is wanted
     * @param last the last day that is wanted
     * @throws IllegalArgumentException saying what is wrong with a rule that is none, or is finer than days
     */
    List<LocalDate> days(String rule, LocalDate begins, LocalDate first, LocalDate last);
}
