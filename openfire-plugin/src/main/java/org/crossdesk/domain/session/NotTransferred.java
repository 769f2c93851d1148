package org.crossdesk.domain.session;

import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/**
 * A transfer came to nothing, and the owner's desk has yet to say that it has heard so.
 *
 * @param question what was asked for last
 * @param epoch the owner's
 * @param nearest as much of the needs as somebody has who is free, if there is anybody
 */
public record NotTransferred(
        QuestionId question,
        long epoch,
        TransferRefused.Reason reason,
        @Nullable Needs nearest) {}
