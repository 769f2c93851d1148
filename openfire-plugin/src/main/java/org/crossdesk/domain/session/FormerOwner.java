package org.crossdesk.domain.session;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.transfer.Released;

/** An operator who owned the session, and whether their desk has yet to hear that it is over. */
public record FormerOwner(Address operator, long epoch, Released.Reason reason, long lastNumber, boolean told) {}
