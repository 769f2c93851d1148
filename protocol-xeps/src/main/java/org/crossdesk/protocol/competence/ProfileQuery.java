package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/** Asks an operator's handle for the profile that hashes to {@code ver}. Competence Profiles, section 4. */
public record ProfileQuery(String ver) implements CompetencePayload {
    public ProfileQuery {
        Bounds.line("ver", ver, Bounds.NAME_MAX_CHARS);
    }

    @Override
    public Element toElement() {
        return CompetenceCodec.encode(this);
    }
}
