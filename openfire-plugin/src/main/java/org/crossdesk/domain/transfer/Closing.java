package org.crossdesk.domain.transfer;

import org.crossdesk.protocol.session.Resolution;
import org.jspecify.annotations.Nullable;

/** How an operator wants a session closed, until the home desk has done it. */
public record Closing(Resolution resolution, @Nullable Integer read) {}
