package org.crossdesk.domain.competence.scheme;

import java.util.List;
import org.crossdesk.protocol.competence.Label;
import org.jspecify.annotations.Nullable;

/**
 * A concept of a scheme, as it is shown.
 *
 * @param uri its name for all time
 * @param code its short code (SKOS notation), if it has one
 * @param labels what it is called, one for each language at least where it has any
 * @param others what else it is called
 */
public record Concept(String uri, @Nullable String code, List<Label> labels, List<Label> others) {
    public Concept {
        labels = List.copyOf(labels);
        others = List.copyOf(others);
    }

    /** What it is called in this language, else in English, else in any; its code or URI where it has no label. */
    public String name(@Nullable String language) {
        for (String wanted : new String[] {language, "en"}) {
            for (Label label : labels) {
                if (wanted != null && (label.tag().equals(wanted) || label.tag().startsWith(wanted + "-"))) {
                    return label.name();
                }
            }
        }
        if (!labels.isEmpty()) {
            return labels.get(0).name();
        }
        return code == null ? uri : code;
    }
}
