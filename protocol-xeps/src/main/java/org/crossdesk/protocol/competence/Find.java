package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.xml.Element;

/**
 * Asks another desk who of its library fits a need. Competence Profiles, section "Finding Across Libraries".
 *
 * @param onDuty whether only those on duty are wanted
 */
public record Find(Needs needs, boolean onDuty) implements CompetencePayload {
    @Override
    public Element toElement() {
        return CompetenceCodec.encode(this);
    }
}
