package org.crossdesk.domain.session;

import org.crossdesk.domain.Moment;
import org.crossdesk.domain.ledger.Measure;
import org.jspecify.annotations.Nullable;

/** What a session's way to its first operator counts as: once, whoever owns it later. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** Somebody has come; null where somebody had before. What was kept to be answered later has not waited for them. */
    static @Nullable Measure measure(Session before, Moment moment) {
        if (before.epoch() > 0) {
            return null;
        }
        return before.followUp() != null
                ? Measure.at(before.service(), moment.now())
                : before.transcript().from(1, 1).stream()
                        .findFirst()
                        .map(first -> Measure.ofWait(before.service(), first.at(), moment.now()))
                        .orElseGet(() -> Measure.at(before.service(), moment.now()));
    }

    /** It has ended, or is kept for later; null where somebody had come. */
    static @Nullable Measure none(Session before, Moment moment) {
        return before.epoch() > 0 ? null : Measure.at(before.service(), moment.now());
    }
}
