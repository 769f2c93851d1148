package org.crossdesk.protocol.competence;

import org.crossdesk.protocol.Payload;

/** What the namespace {@code urn:xmpp:competence:0} puts into stanzas. */
public sealed interface CompetencePayload extends Payload permits Profile, ProfileQuery, Stamp, Needs, Find, Found {}
