package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Bounds;

/**
 * An operator who fits a need, as their library shows them.
 *
 * @param handle their name towards other libraries
 * @param onDuty whether they are on duty at any service
 * @param load sessions they have now
 * @param capacity sessions they can have
 */
public record Finding(String handle, boolean onDuty, int load, int capacity, Profile profile) {
    public Finding {
        Bounds.line("handle", handle, Bounds.NAME_MAX_CHARS);
        Bounds.range("load", load, 0, Bounds.CAPACITY_MAX);
        Bounds.range("capacity", capacity, 0, Bounds.CAPACITY_MAX);
    }
}
