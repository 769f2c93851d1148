package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;

/**
 * Where a service rolls up to. Ask Services, section "Rolling Up".
 *
 * @param service whom to ask next
 * @param seconds how long to wait there
 */
public record RollUp(Address service, int seconds) {
    public RollUp {
        Bounds.range("seconds", seconds, 1, Bounds.EXPIRY_MAX_SECONDS);
    }
}
