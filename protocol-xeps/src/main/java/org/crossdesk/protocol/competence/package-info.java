/** ProtoXEP <em>Competence Profiles</em>, {@code urn:xmpp:competence:0}. */
@NullMarked
package org.crossdesk.protocol.competence;

import org.jspecify.annotations.NullMarked;
