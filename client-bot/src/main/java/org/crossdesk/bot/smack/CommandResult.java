package org.crossdesk.bot.smack;

import java.util.List;
import java.util.Map;

/**
 * What an ad-hoc command (XEP-0050) answered when it was completed.
 *
 * @param fields the fields of its result form by name, in their order
 * @param items the rows of its result form, each by the names of the columns
 * @param notes its notes
 */
public record CommandResult(
        Map<String, List<String>> fields, List<Map<String, List<String>>> items, List<String> notes) {
    public CommandResult {
        fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** The first value of a field, empty where it has none. */
    public String first(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
