package org.crossdesk.domain.service;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files people in a session may send. Ask Services, section "Sending a File".
 *
 * @param endings what their names may end in, in lower case without the dot; where there are none, no file may be sent
 * @param bytesMax how long one may be, in bytes
 */
public record FileRules(Set<String> endings, long bytesMax) {
    /** The longest name, in characters. */
    public static final int NAME_MAX_CHARS = 255;

    public FileRules {
        endings = Set.copyOf(endings);
    }

    /** Whether any may be sent. */
    public boolean any() {
        return !endings.isEmpty();
    }

    /** What a file's name ends in, as {@link #endings} has it; null where such a file may not be sent. */
    public @Nullable String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.length() <= NAME_MAX_CHARS && name.length() > ending.length() + 1 && endings.contains(ending)
                ? ending
                : null;
    }
}
