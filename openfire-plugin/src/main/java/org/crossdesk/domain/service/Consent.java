package org.crossdesk.domain.service;

import java.time.Instant;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;

/**
 * Whether this library staffs a service of another, as far as the service asks for it. What was answered is kept when the
 * service wants it no longer, for when it does again. Ask Services, section "Asking Libraries to Staff It".
 *
 * @param service whose it is
 * @param title what the service calls itself
 * @param needs what its operators must know
 * @param wanted whether the service wants it now
 * @param answer what was answered
 * @param terms to how much the library agrees
 * @param by the coordinator who answered; null: nobody, it is the library's rule
 * @param since when it was answered, or asked while it is not
 */
public record Consent(
        Address service,
        String title,
        Needs needs,
        boolean wanted,
        Answer answer,
        Terms terms,
        @Nullable String by,
        Instant since) {
    /** What a library answers. */
    public enum Answer {
        /** Nothing yet: its coordinator is asked. */
        OPEN,
        GIVEN,
        REFUSED
    }

    /** What a library answers to a hub of its member list when nobody has decided. */
    public enum Rule {
        ALWAYS,
        ASK,
        NEVER;

        private Answer answer() {
            return switch (this) {
                case ALWAYS -> Answer.GIVEN;
                case ASK -> Answer.OPEN;
                case NEVER -> Answer.REFUSED;
            };
        }
    }

    /**
     * To how much a library agrees.
     *
     * @param peopleMax so many of its operators on duty at a time; 0: as many as there are
     * @param sessionsMax so many sessions of the service at a time; 0: as many as they can take
     * @param hours when they are rung; null: always
     */
    public record Terms(
            int peopleMax, int sessionsMax, @Nullable Hours hours) {
        /** Most of either that can be said. */
        public static final int MAX = 1_000;

        /** To everything. */
        public static final Terms NONE = new Terms(0, 0, null);

        public Terms {
            Bounds.range("the number of people", peopleMax, 0, MAX);
            Bounds.range("the number of sessions", sessionsMax, 0, MAX);
        }
    }

    /** A service asks for the first time. */
    public static Consent asked(Address service, Staff staff, Rule rule, Instant now) {
        return new Consent(service, staff.title(), staff.needs(), true, rule.answer(), Terms.NONE, null, now);
    }

    /** It asks again, perhaps for something else. */
    public Consent askedAgain(Staff staff, Rule rule, Instant now) {
        Answer standing = by == null ? rule.answer() : answer;
        return new Consent(
                service, staff.title(), staff.needs(), true, standing, terms, by, standing == answer ? since : now);
    }

    /** The coordinator answers. */
    public Consent answered(boolean given, Terms to, String coordinator, Instant now) {
        return new Consent(service, title, needs, wanted, given ? Answer.GIVEN : Answer.REFUSED, to, coordinator, now);
    }

    /** The service wants it no longer. */
    public Consent dismissed() {
        return new Consent(service, title, needs, false, answer, terms, by, since);
    }

    /** Whether the library staffs the service now. */
    public boolean stands() {
        return wanted && answer == Answer.GIVEN;
    }
}
