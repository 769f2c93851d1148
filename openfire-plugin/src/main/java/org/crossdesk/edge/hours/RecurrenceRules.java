package org.crossdesk.edge.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crossdesk.domain.service.Recurrence;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of RFC 5545's rules, by lib-recur. Days have neither hours nor a zone, so no clock change is in its way. */
public final class RecurrenceRules implements Recurrence {
    private static final Set<Freq> OF_DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    @Override
    public List<LocalDate> days(String rule, LocalDate begins, LocalDate first, LocalDate last) {
        RecurrenceRule parsed = parsed(rule);
        List<LocalDate> days = new ArrayList<>();
        try {
            RecurrenceRuleIterator iterator = parsed.iterator(day(begins));
            if (begins.isBefore(first)) {
                iterator.fastForward(day(first));
            }
            while (iterator.hasNext()) {
                DateTime next = iterator.nextDateTime();
                LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
                if (day.isAfter(last)) {
                    break;
                }
                if (!day.isBefore(first)) {
                    days.add(day);
                }
            }
        } catch (IllegalArgumentException e) {
            // The rule is sound, but lib-recur has looked at a thousand days in vain: the 30th of February.
            return List.copyOf(days);
        }
        return List.copyOf(days);
    }

    private static RecurrenceRule parsed(String rule) {
        RecurrenceRule parsed;
        try {
            parsed = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + rule + "' is no recurrence rule: " + e.getMessage()
                            + ". Write FREQ=WEEKLY;BYDAY=MO,TU,WE, or mo-we",
                    e);
        }
        if (!OF_DAYS.contains(parsed.getFreq()) || finer(parsed)) {
            throw new IllegalArgumentException("the rule '" + rule
                    + "' is finer than days: it names days, and the hours stand behind it, such as 09:00-17:00");
        }
        DateTime until = parsed.getUntil();
        if (until != null && !until.isAllDay()) {
            throw new IllegalArgumentException("the rule '" + rule + "' ends at a time: write a day, UNTIL=20271231");
        }
        return parsed;
    }

    private static boolean finer(RecurrenceRule rule) {
        return Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND).anyMatch(rule::hasPart);
    }

    private static DateTime day(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
