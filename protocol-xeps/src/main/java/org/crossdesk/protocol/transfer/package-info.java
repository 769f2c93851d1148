/** ProtoXEP <em>Session Transfer</em>, {@code urn:xmpp:session-transfer:0}: accept, relay, acknowledge, hand over, close, between a home desk and an operator's desk. */
@NullMarked
package org.crossdesk.protocol.transfer;

import org.jspecify.annotations.NullMarked;
