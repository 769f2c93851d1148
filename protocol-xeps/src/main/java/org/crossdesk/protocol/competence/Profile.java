package org.crossdesk.protocol.competence;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an operator knows. Immutable; {@link #ver()} names it by its content. Competence Profiles, section 4.
 *
 * @param note what they add in their own words, if anything; nobody is found by it
 * @param hours when they are usually at work, if they say so
 */
public record Profile(
        List<Language> languages,
        List<Subject> subjects,
        List<Insight> insights,
        @Nullable String note,
        @Nullable WorkingHours hours)
        implements CompetencePayload {
    /** Knows nothing yet. */
    public static final Profile EMPTY = new Profile(List.of(), List.of(), List.of());

    public Profile {
        languages = Bounds.list("languages", languages, Bounds.COMPETENCES_MAX);
        subjects = Bounds.list("subjects", subjects, Bounds.COMPETENCES_MAX);
        insights = Bounds.list("insights", insights, Bounds.COMPETENCES_MAX);
        Bounds.range("the number of characters of all labels", chars(subjects), 0, Bounds.PROFILE_LABELS_MAX_CHARS);
        if (note != null) {
            Bounds.text("note", note, Bounds.NOTE_MAX_CHARS);
        }
    }

    /** Nothing but competences. */
    public Profile(List<Language> languages, List<Subject> subjects, List<Insight> insights) {
        this(languages, subjects, insights, null, null);
    }

    /** The same competences with these. */
    public Profile with(@Nullable String words, @Nullable WorkingHours times) {
        return new Profile(languages, subjects, insights, words, times);
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
