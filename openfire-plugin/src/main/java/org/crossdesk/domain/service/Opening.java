package org.crossdesk.domain.service;

import java.time.LocalDate;
import org.crossdesk.protocol.Bounds;

/**
 * A service is open again and again.
 *
 * @param rule the days, a recurrence rule of RFC 5545, section 3.3.10, such as {@code FREQ=WEEKLY;BYDAY=MO,TU}
 * @param begins the day that the rule counts from
 * @param span the hours of each of these days
 */
public record Opening(String rule, LocalDate begins, Span span) {
    /** Longest rule. */
    public static final int RULE_MAX_CHARS = 200;

    /** A Monday long ago: for rules that need to count from no day of their own. */
    public static final LocalDate BEGINS_DEFAULT = LocalDate.of(2024, 1, 1);

    public Opening {
        Bounds.line("recurrence rule", rule, RULE_MAX_CHARS);
    }
}
