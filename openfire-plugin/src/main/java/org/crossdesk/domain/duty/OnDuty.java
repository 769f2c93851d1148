package org.crossdesk.domain.duty;

import java.time.Instant;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;

/**
 * An operator present in a staff room.
 *
 * @param operator the operator's handle at their own desk: {@code ask.<domain>/<handle>}
 * @param nick the name in the room
 * @param stamp what the operator's server says of them
 * @param profile what the stamp's hash stands for; empty until it is fetched
 * @param idleSince when they last took something, or came
 */
public record OnDuty(Address operator, String nick, Stamp stamp, Profile profile, Instant idleSince) {
    /** Whether they can be rung: they are not away, and another session fits in. */
    public boolean free() {
        return !stamp.away() && !full();
    }

    /** Whether they have as many sessions as they can. */
    public boolean full() {
        return stamp.load() >= stamp.capacity();
    }
}
