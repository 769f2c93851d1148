package org.crossdesk.domain.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * From one time of the day to another, of the same day or, where that is not later, of the next one: {@code 09:00-17:00},
 * {@code 22:00-06:00}, {@code 00:00-00:00} for the whole day.
 *
 * <p>Both ends are what the clock on the wall shows. In a night in which the clocks change, {@code 22:00-06:00} is seven
 * or nine hours long; a time that the clocks leave out is as much later, and of one that they show twice the first counts
 * (RFC 5545, section 3.3.5).
 */
public record Span(LocalTime from, LocalTime until) {
    Window on(LocalDate day, ZoneId zone) {
        LocalDate end = until.isAfter(from) ? day : day.plusDays(1);
        return new Window(at(day, from, zone), at(end, until, zone));
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    @Override
    public String toString() {
        return from + "-" + until;
    }
}
