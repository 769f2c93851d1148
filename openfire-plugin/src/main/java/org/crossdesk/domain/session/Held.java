package org.crossdesk.domain.session;

import java.time.Instant;

/**
 * The owner can't be reached: their desk is silent, or says that no client of theirs is there.
 *
 * @param since when that was found
 * @param away whether their desk said so
 */
public record Held(Instant since, boolean away) {}
