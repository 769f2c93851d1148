package org.crossdesk.domain.coverage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.Shift;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.competence.WorkingHours;
import org.jspecify.annotations.Nullable;

/**
 * How many of a service's operators are at work in each hour of a week, for each thing that it needs, and for what else
 * they know. Somebody is at work in an hour if they are in the middle of it. Who says no hours is counted apart.
 */
public final class Coverage {
    private static final int HOURS_OF_DAY = 24;

    /** Hours of a week. */
    public static final int HOURS = 7 * HOURS_OF_DAY;

    /** So many rows of what is not needed, of each kind; those that most know. */
    static final int KNOWN_MAX = 15;

    private static final int MIDDLE = 30;

    private final ZoneId zone;
    private final LocalDate monday;
    private final SubjectOrder order;
    private final Map<WorkingHours, Optional<boolean[]>> weeks = new HashMap<>();

    private Coverage(ZoneId zone, LocalDate monday, SubjectOrder order) {
        this.zone = zone;
        this.monday = monday;
        this.order = order;
    }

    /** What kind of thing a row is about. */
    public enum Kind {
        /** Everything that the service needs. */
        ALL,
        LANGUAGE,
        SUBJECT,
        INSIGHT
    }

    /**
     * One thing.
     *
     * @param what it, as a need; nothing for somebody who knows whatever
     * @param needed whether the service asks for it
     * @param people how many know it
     * @param withoutHours how many of them don't say when they are at work
     * @param hours how many are at work in each hour, from Monday's first
     */
    public record Row(Kind kind, Needs what, boolean needed, int people, int withoutHours, List<Integer> hours) {
        public Row {
            hours = List.copyOf(hours);
        }

        /** In how many of these hours nobody is at work. */
        public int gaps(List<Boolean> open) {
            int gaps = 0;
            for (int hour = 0; hour < hours.size(); hour++) {
                gaps += open.get(hour) && hours.get(hour) == 0 ? 1 : 0;
            }
            return gaps;
        }
    }

    /**
     * The rows: everything that is needed, each thing that is needed, and what else is known, what most know first.
     *
     * @param people who may staff the service
     * @param zone the place whose hours they are
     * @param within a moment of the week
     */
    public static List<Row> of(List<Profile> people, Needs needs, SubjectOrder order, ZoneId zone, Instant within) {
        return new Coverage(zone, monday(within, zone), order).rows(people, needs);
    }

    /** Which hours of the week a service is open in. */
    public static List<Boolean> open(Predicate<Instant> isOpen, ZoneId zone, Instant within) {
        LocalDate monday = monday(within, zone);
        List<Boolean> open = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            open.add(isOpen.test(middle(monday, hour, zone)));
        }
        return List.copyOf(open);
    }

    private static LocalDate monday(Instant within, ZoneId zone) {
        LocalDate day = within.atZone(zone).toLocalDate();
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    private static Instant middle(LocalDate monday, int hour, ZoneId zone) {
        LocalDate day = monday.plusDays(hour / HOURS_OF_DAY);
        return LocalDateTime.of(day, LocalTime.of(hour % HOURS_OF_DAY, MIDDLE))
                .atZone(zone)
                .toInstant();
    }

    private List<Row> rows(List<Profile> people, Needs needs) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(Kind.ALL, needs, true, people));
        needs.languages().forEach(one -> rows.add(row(Kind.LANGUAGE, language(one), true, people)));
        needs.subjects().forEach(one -> rows.add(row(Kind.SUBJECT, subject(one), true, people)));
        needs.insights()
                .forEach(one ->
                        rows.add(row(Kind.INSIGHT, new Needs(List.of(), List.of(), List.of(one)), true, people)));
        rows.addAll(known(Kind.LANGUAGE, people, needs, languages(people)));
        rows.addAll(known(Kind.SUBJECT, people, needs, subjects(people)));
        return List.copyOf(rows);
    }

    private static Needs language(Language one) {
        return new Needs(List.of(one), List.of(), List.of());
    }

    private static Needs subject(Subject one) {
        return new Needs(List.of(), List.of(one), List.of());
    }

    private static List<Needs> languages(List<Profile> people) {
        Map<String, Needs> byName = new TreeMap<>();
        people.forEach(one -> one.languages()
                .forEach(known -> byName.putIfAbsent(
                        known.tag(), language(new Language(known.tag(), LanguageLevel.values()[0])))));
        return List.copyOf(byName.values());
    }

    private static List<Needs> subjects(List<Profile> people) {
        Map<String, Needs> byName = new TreeMap<>();
        people.forEach(one -> one.subjects()
                .forEach(known -> byName.putIfAbsent(
                        known.scheme() + " " + known.concept(),
                        subject(new Subject(known.scheme(), known.concept(), 1)))));
        return List.copyOf(byName.values());
    }

    /** What is known beside what is needed. */
    private List<Row> known(Kind kind, List<Profile> people, Needs needs, List<Needs> all) {
        return all.stream()
                .filter(one -> one.languages().stream()
                        .noneMatch(language -> needs.languages().stream()
                                .anyMatch(need -> need.tag().equals(language.tag()))))
                .filter(one -> one.subjects().stream()
                        .noneMatch(subject -> needs.subjects().stream()
                                .anyMatch(need -> need.scheme().equals(subject.scheme())
                                        && need.concept().equals(subject.concept()))))
                .map(one -> row(kind, one, false, people))
                .sorted((one, other) -> other.people() - one.people())
                .limit(KNOWN_MAX)
                .toList();
    }

    private Row row(Kind kind, Needs what, boolean needed, List<Profile> people) {
        List<Profile> able = people.stream()
                .filter(one -> Fit.score(one, what, order).isPresent())
                .toList();
        int[] hours = new int[HOURS];
        int without = 0;
        for (Profile one : able) {
            boolean[] week = week(one.hours());
            without += week == null ? 1 : 0;
            for (int hour = 0; week != null && hour < HOURS; hour++) {
                hours[hour] += week[hour] ? 1 : 0;
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int one : hours) {
            all.add(one);
        }
        return new Row(kind, what, needed, able.size(), without, all);
    }

    /** In which hours somebody with these hours is at work; most have the same ones as others. */
    private boolean @Nullable [] week(@Nullable WorkingHours hours) {
        return hours == null ? null : weeks.computeIfAbsent(hours, this::reckon).orElse(null);
    }

    private Optional<boolean[]> reckon(WorkingHours hours) {
        boolean[] week = new boolean[HOURS];
        try {
            for (int hour = 0; hour < HOURS; hour++) {
                week[hour] = Shift.within(hours, middle(monday, hour, zone));
            }
            return Optional.of(week);
        } catch (DateTimeException e) {
            // Another library's desk may name a place that nobody here knows: then the hours say nothing.
            return Optional.empty();
        }
    }
}
