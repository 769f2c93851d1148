package org.crossdesk.domain.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reckons when a service is open, from its hours. */
public final class Timetable {
    /** What does not open within so many days is taken never to open: a year, and some days for those who move feasts. */
    public static final int HORIZON_DAYS = 400;

    /** Most changes lie within so many days, so that is looked at first. */
    private static final int NEAR_DAYS = 8;

    private final Recurrence recurrence;

    /** A timetable that knows by {@code recurrence} which days a rule names. */
    public Timetable(Recurrence recurrence) {
        this.recurrence = recurrence;
    }

    /**
     * How a service stands.
     *
     * @param open whether it is open
     * @param until when that changes; null: not within {@link #HORIZON_DAYS}
     */
    public record Standing(boolean open, @Nullable Instant until) {}

    /** Whether a service with these hours is open at {@code now}. */
    public boolean isOpen(@Nullable Hours hours, Instant now) {
        return hours == null || !windows(hours, now, now.plusNanos(1)).isEmpty();
    }

    /** How a service with these hours stands at {@code now}; one without hours is always open. */
    public Standing standing(@Nullable Hours hours, Instant now) {
        if (hours == null) {
            return new Standing(true, null);
        }
        Standing near = standing(hours, now, NEAR_DAYS);
        return near.until() != null ? near : standing(hours, now, HORIZON_DAYS);
    }

    private Standing standing(Hours hours, Instant now, int days) {
        Instant horizon = now.plus(Duration.ofDays(days));
        List<Window> windows = windows(hours, now, horizon);
        if (windows.isEmpty()) {
            return new Standing(false, null);
        }
        Window first = windows.get(0);
        boolean open = first.from().equals(now);
        Instant change = open ? first.until() : first.from();
        return new Standing(open, change.isBefore(horizon) ? change : null);
    }

    /** Whether it ever opens, as far as one can see. */
    public boolean opens(Hours hours, Instant now) {
        return !windows(hours, now, now.plus(Duration.ofDays(HORIZON_DAYS))).isEmpty();
    }

    /**
     * When it is open from {@code from} until {@code until}, in order, without gaps of no length and cut off at both ends.
     */
    public List<Window> windows(Hours hours, Instant from, Instant until) {
        // A day's hours may end on the next.
        LocalDate first = from.atZone(hours.zone()).toLocalDate().minusDays(1);
        LocalDate last = until.atZone(hours.zone()).toLocalDate();
        List<Window> all = new ArrayList<>();
        for (Opening opening : hours.openings()) {
            recurrence.days(opening.rule(), opening.begins(), first, last).stream()
                    .filter(day -> hours.special().stream().noneMatch(special -> special.has(day)))
                    .forEach(day -> all.add(opening.span().on(day, hours.zone())));
        }
        for (SpecialDays special : hours.special()) {
            Span span = special.span();
            LocalDate begin = special.first().isBefore(first) ? first : special.first();
            LocalDate end = special.last().isAfter(last) ? last : special.last();
            for (LocalDate day = begin; span != null && !day.isAfter(end); day = day.plusDays(1)) {
                all.add(span.on(day, hours.zone()));
            }
        }
        return merged(all, from, until);
    }

    private static List<Window> merged(List<Window> all, Instant from, Instant until) {
        List<Window> cut = all.stream()
                .map(one -> new Window(later(one.from(), from), earlier(one.until(), until)))
                .filter(one -> !one.isEmpty())
                .sorted(Comparator.comparing(Window::from))
                .toList();
        List<Window> merged = new ArrayList<>();
        for (Window next : cut) {
            Window before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && !next.from().isAfter(before.until())) {
                merged.set(merged.size() - 1, new Window(before.from(), later(before.until(), next.until())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
