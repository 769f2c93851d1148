/** ProtoXEP <em>Ask Services</em>, {@code urn:xmpp:ask:0}: a home desk asks a service for an operator, the service rings. */
@NullMarked
package org.crossdesk.protocol.ask;

import org.jspecify.annotations.NullMarked;
