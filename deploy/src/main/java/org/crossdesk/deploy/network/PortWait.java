package org.crossdesk.deploy.network;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.crossdesk.deploy.openfire.LoopbackAddress;
import org.crossdesk.deploy.openfire.Ports;
import org.crossdesk.deploy.openfire.StartRefusedException;

/** Gives the server of a network that has just ended the time to let go of its ports. */
final class PortWait {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(100);

    private PortWait() {}

    static void awaitFree(LoopbackAddress address, Ports ports) {
        Instant deadline = Instant.now().plus(GRACE);
        while (true) {
            try {
                ports.requireFree(address);
                return;
            } catch (StartRefusedException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }
}
