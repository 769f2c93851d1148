package org.crossdesk.runtime;

import java.util.List;
import org.crossdesk.domain.competence.Review;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.competence.Profile;
import org.jspecify.annotations.Nullable;

/** What coordinators set up and the server keeps: services and operators' profiles. Slow; not for hot paths. */
public interface Directory {
    /**
     * An operator as the own library knows them.
     *
     * @param account the local part of the account
     * @param handle the name towards other libraries
     * @param profile what they know
     * @param capacity sessions at a time
     * @param reviewed how it stands with what they know; none: nobody has looked at it
     * @param byHours the services where they are on duty by their working hours; none: nowhere
     * @param chosen sessions at a time that they have chosen themselves, within their capacity; none: that
     */
    record Operator(
            String account,
            String handle,
            Profile profile,
            int capacity,
            @Nullable Review reviewed,
            @Nullable List<Address> byHours,
            @Nullable Integer chosen) {
        /** One whose competences nobody has looked at. */
        public Operator(String account, String handle, Profile profile, int capacity) {
            this(account, handle, profile, capacity, null, null, null);
        }

        /** The services where they are on duty by their working hours. */
        public List<Address> shifts() {
            return byHours == null ? List.of() : byHours;
        }

        /** The same operator, on duty by their hours at these services. */
        public Operator onShifts(List<Address> services) {
            return new Operator(account, handle, profile, capacity, reviewed, List.copyOf(services), chosen);
        }

        /** How many sessions at a time they take now. */
        public int places() {
            return chosen == null ? capacity : Math.min(chosen, capacity);
        }

        /** The same operator, with so many sessions at a time. */
        public Operator taking(int sessions) {
            return new Operator(
                    account, handle, profile, capacity, reviewed, byHours, sessions >= capacity ? null : sessions);
        }

        /** How it stands with what they know. */
        public Review review() {
            return reviewed == null ? Review.NONE : reviewed;
        }

        /** The same operator, of whom others see this. */
        public Operator knowing(Profile seen, int places, Review how) {
            return new Operator(account, handle, seen, places, how, byHours, chosen);
        }
    }

    /**
     * A script that this desk keeps.
     *
     * @param account the local part of the account that it is of, where it is somebody's own
     */
    record OwnedScript(@Nullable String account, Script script) {}

    /** Every service of this desk. */
    List<Service> services() throws JournalException;

    /** Adds the service or replaces the one of that address. */
    void save(Service service) throws JournalException;

    /** What services of other libraries have asked of ours, and what was answered. */
    List<Consent> consents() throws JournalException;

    /** Adds what was answered to a service, or replaces it. */
    void save(Consent consent) throws JournalException;

    /** Forgets that a service has asked. */
    void forget(Consent consent) throws JournalException;

    /** Every script. */
    List<OwnedScript> scripts() throws JournalException;

    /** Adds the script, or replaces the one of that id. */
    void save(OwnedScript script) throws JournalException;

    /** Forgets the script of that id. */
    void forget(OwnedScript script) throws JournalException;

    /** Every operator with a profile. */
    List<Operator> operators() throws JournalException;

    /** Adds the operators or replaces those of that account: all of them or none. */
    void save(List<Operator> operators) throws JournalException;
}
