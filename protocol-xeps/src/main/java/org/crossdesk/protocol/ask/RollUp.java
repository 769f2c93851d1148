package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;

/**
 * Where else a service has a question asked: further up, or at a group of its own. Ask Services, sections "Rolling Up" and
 * "Groups".
 *
 * @param service whom to ask
 * @param seconds how long to wait there
 */
public record RollUp(Address service, int seconds) {
    public RollUp {
        Bounds.range("seconds", seconds, 1, Bounds.EXPIRY_MAX_SECONDS);
    }
}
