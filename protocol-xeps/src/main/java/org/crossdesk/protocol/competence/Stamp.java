package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * What an operator's server writes on presence to a staff room. Believed only from the operator's own domain.
 *
 * @param handle the operator's name towards other libraries: the resource of {@code ask.<domain>}
 * @param ver hash of the profile
 * @param load sessions the operator has now
 * @param capacity sessions the operator can have
 * @param away whether they take a pause, or do not answer: they are on duty, and not to be rung
 */
public record Stamp(String handle, String ver, int load, int capacity, boolean away) implements CompetencePayload {
    /** Of somebody who is there. */
    public Stamp(String handle, String ver, int load, int capacity) {
        this(handle, ver, load, capacity, false);
    }

    public Stamp {
        Bounds.line("handle", handle, Bounds.NAME_MAX_CHARS);
        Bounds.line("ver", ver, Bounds.NAME_MAX_CHARS);
        Bounds.range("load", load, 0, Bounds.CAPACITY_MAX);
        Bounds.range("capacity", capacity, 0, Bounds.CAPACITY_MAX);
    }

    /** The same of somebody who is away. */
    public Stamp gone() {
        return new Stamp(handle, ver, load, capacity, true);
    }

    @Override
    public Element toElement() {
        return CompetenceCodec.encode(this);
    }
}
