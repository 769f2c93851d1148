package org.crossdesk.edge.config;

import org.jspecify.annotations.Nullable;

/** Where settings are read: Openfire's {@code JiveGlobals::getProperty}, or a test's own. */
@FunctionalInterface
public interface PropertySource {
    /** The value of a property, null where it is not set. */
    @Nullable
    String get(String key);
}
