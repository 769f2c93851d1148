package org.crossdesk.domain.transfer;

import java.time.Instant;

/** What the operator said and the home desk has not yet taken: their count, when, and the words. */
public record Pending(long number, Instant at, String body) {}
