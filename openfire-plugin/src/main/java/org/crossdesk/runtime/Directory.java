package org.crossdesk.runtime;

import java.util.List;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.competence.Profile;

/** What coordinators set up and the server keeps: services and operators' profiles. Slow; not for hot paths. */
public interface Directory {
    /**
     * An operator as the own library knows them.
     *
     * @param account the local part of the account
     * @param handle the name towards other libraries
     * @param profile what they know
     * @param capacity sessions at a time
     */
    record Operator(String account, String handle, Profile profile, int capacity) {}

    /** Every service of this desk. */
    List<Service> services() throws JournalException;

    /** Adds the service or replaces the one of that address. */
    void save(Service service) throws JournalException;

    /** Every operator with a profile. */
    List<Operator> operators() throws JournalException;

    /** Adds the operator or replaces the one of that account. */
    void save(Operator operator) throws JournalException;
}
