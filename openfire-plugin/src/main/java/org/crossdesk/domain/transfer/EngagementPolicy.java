package org.crossdesk.domain.transfer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bounds a desk keeps its operators' engagements in.
 *
 * @param language what the desk speaks to its operators: BCP 47
 * @param bodyMaxChars longest utterance
 * @param pendingMax words that may wait for the home desk at a time
 * @param resend the longest wait for an answer before sending again
 * @param lease how long a place is kept for a session whose home desk does not answer
 */
public record EngagementPolicy(
        @Nullable String language, int bodyMaxChars, int pendingMax, Duration resend, Duration lease) {}
