package org.crossdesk.protocol.competence;

import java.util.List;
import java.util.regex.Pattern;
import org.crossdesk.protocol.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A subject that an operator knows, or the least level at which a question needs it.
 *
 * @param scheme the name or URI of the scheme of concepts
 * @param concept the concept in it: its URI, or its short code
 * @param level 1 general, 2 advanced, 3 specialist
 * @param labels what the concept is called, for those who don't have the scheme; the first in a language counts. Null in
 *     the constructor, and in what earlier versions stored: none
 */
public record Subject(
        String scheme, String concept, int level, @Nullable List<Label> labels) {
    /** The scheme that ships, and that is meant where none is named. */
    public static final String GENERAL_SCHEME = "general";

    /** The URI of a concept of the scheme that ships is this and its short code. */
    public static final String GENERAL_SCHEME_URI = "urn:crossdesk:subjects:";

    /** The lowest level. */
    public static final int LEVEL_MIN = 1;

    /** The highest level. */
    public static final int LEVEL_MAX = 3;

    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

    public Subject {
        Bounds.line("scheme", scheme, Bounds.NAME_MAX_CHARS);
        Bounds.line("concept", concept, Bounds.NAME_MAX_CHARS);
        Bounds.range("subject level", level, LEVEL_MIN, LEVEL_MAX);
        labels = labels == null || labels.isEmpty() ? null : Bounds.list("labels", labels, Bounds.LABELS_MAX);
    }

    /** A subject of a scheme that whoever reads it is expected to have. */
    public Subject(String scheme, String concept, int level) {
        this(scheme, concept, level, null);
    }

    /** What the concept is called, for those who don't have the scheme. */
    @Override
    public List<Label> labels() {
        return labels == null ? List.of() : labels;
    }

    /**
     * What the concept is compared by. A concept that is written as a URI is that, in whatever scheme it is said to be;
     * a short code of the general scheme has one too; for any other the scheme makes it whole.
     */
    public String uri() {
        if (URI.matcher(concept).matches()) {
            return concept;
        }
        return scheme.equals(GENERAL_SCHEME) || scheme.equals(GENERAL_SCHEME_URI)
                ? GENERAL_SCHEME_URI + concept
                : scheme + "#" + concept;
    }

    /** Whether both are about the same concept, at whatever level. */
    public boolean sameConcept(Subject other) {
        return concept.equals(other.concept) && scheme.equals(other.scheme) || uri().equals(other.uri());
    }
}
