package org.crossdesk.protocol.xml;

import java.util.Locale;

/** How the constants of an enum are written on the wire: lower case, with hyphens. */
final class Keyword {
    private Keyword() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
