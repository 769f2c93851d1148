package org.crossdesk.domain.delivery;

import java.time.Duration;

/**
 * The bounds of an outbox.
 *
 * @param library the domain whose accounts' links are known
 * @param lettersMax so many may be unconfirmed; with more, what is held is the server's to keep, and else the oldest is
 *     given up
 * @param hold how long they are held for a person of the library who is gone, before the server keeps them
 * @param retry how long to wait before all is sent again to a person elsewhere
 * @param triesMax how often that is done
 * @param handing how long the server is given to keep what it was handed
 * @param idle how long an outbox of a person elsewhere lives after the last word
 */
public record DeliveryPolicy(
        String library, int lettersMax, Duration hold, Duration handing, Duration retry, int triesMax, Duration idle) {
    /** The usual bounds. */
    public static DeliveryPolicy of(String library) {
        return new DeliveryPolicy(
                library,
                1_000,
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                10,
                Duration.ofHours(1));
    }
}
