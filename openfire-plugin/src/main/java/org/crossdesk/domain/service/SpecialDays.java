package org.crossdesk.domain.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that are not as the rules say.
 *
 * @param first the first of them
 * @param last the last of them, perhaps the same
 * @param span the hours of each; null: closed
 */
public record SpecialDays(
        LocalDate first, LocalDate last, @Nullable Span span) {
    public SpecialDays {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first + ": write the earlier day first");
        }
    }

    boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean contradicts(SpecialDays other) {
        boolean overlap = !other.last.isBefore(first) && !other.first.isAfter(last);
        return overlap && (span == null) != (other.span == null);
    }
}
