package org.crossdesk.domain.transfer;

import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Tags;
import org.jspecify.annotations.Nullable;

/**
 * How an operator wants a session closed, until the home desk has done it.
 *
 * @param named what they call it by; none: nothing
 */
public record Closing(
        Resolution resolution,
        @Nullable Integer read,
        @Nullable Tags named) {
    /** What they call it by. */
    Tags tags() {
        return named == null ? Tags.NONE : named;
    }
}
