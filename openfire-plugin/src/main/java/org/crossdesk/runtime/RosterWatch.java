package org.crossdesk.runtime;

import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.protocol.Address;

/** Hears when somebody's duty at a service has changed, so that the service can say whether anybody can answer. */
public interface RosterWatch {
    /** {@code now} is on duty, and reached, at the service. Called by the loop's thread; must not block. */
    void rosterChanged(Address service, DutyRoster now);
}
