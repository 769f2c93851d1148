package org.crossdesk.protocol.competence;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/** What an operator knows. Immutable; {@link #ver()} names it by its content. Competence Profiles, section 4. */
public record Profile(List<Language> languages, List<Subject> subjects, List<Insight> insights)
        implements CompetencePayload {
    /** Knows nothing yet. */
    public static final Profile EMPTY = new Profile(List.of(), List.of(), List.of());

    public Profile {
        languages = Bounds.list("languages", languages, Bounds.COMPETENCES_MAX);
        subjects = Bounds.list("subjects", subjects, Bounds.COMPETENCES_MAX);
        insights = Bounds.list("insights", insights, Bounds.COMPETENCES_MAX);
        Bounds.range("the number of characters of all labels", chars(subjects), 0, Bounds.PROFILE_LABELS_MAX_CHARS);
    }

    private static int chars(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> subject.labels().stream())
                .mapToInt(label -> label.name().codePointCount(0, label.name().length()))
                .sum();
    }

    /** The hash that stands for this profile on presence: the same for the same competences in any order. */
    public String ver() {
        return ProfileHash.of(this);
    }

    @Override
    public Element toElement() {
        return CompetenceCodec.encode(this);
    }
}
