package org.crossdesk.domain.service;

import java.util.List;

/**
 * What a library wants to know of a patron before the first line. Ask Services, section "Something About the Patron".
 *
 * @param fields in the order in which they are asked
 */
public record PatronForm(List<Field> fields) {
    /** The longest answer, in characters. */
    public static final int ANSWER_MAX_CHARS = 200;

    /** Nothing is asked. */
    public static final PatronForm NONE = new PatronForm(List.of());

    /** What can be asked. */
    public enum Kind {
        NAME,
        EMAIL,
        PHONE,
        CLASS
    }

    /** Something that is asked, and whether a page insists on it. */
    public record Field(Kind kind, boolean required) {}

    /** What a patron has answered. */
    public record Answer(Kind kind, String value) {
        public Answer {
            if (value.isBlank() || value.length() > ANSWER_MAX_CHARS) {
                throw new IllegalArgumentException("an answer has 1 to " + ANSWER_MAX_CHARS + " characters");
            }
        }
    }

    public PatronForm {
        fields = List.copyOf(fields);
    }
}
