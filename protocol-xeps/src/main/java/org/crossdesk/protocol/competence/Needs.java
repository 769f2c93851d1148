package org.crossdesk.protocol.competence;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * What a question needs of the operator who takes it: any one of the languages, all of the subjects and insights,
 * each at least at its level.
 */
public record Needs(List<Language> languages, List<Subject> subjects, List<Insight> insights)
        implements CompetencePayload {
    /** Anybody will do. */
    public static final Needs NONE = new Needs(List.of(), List.of(), List.of());

    public Needs {
        languages = Bounds.list("languages", languages, Bounds.NEEDS_MAX);
        subjects = Bounds.list("subjects", subjects, Bounds.NEEDS_MAX);
        insights = Bounds.list("insights", insights, Bounds.NEEDS_MAX);
    }

    /** Whether anybody will do. */
    public boolean isEmpty() {
        return languages.isEmpty() && subjects.isEmpty() && insights.isEmpty();
    }

    @Override
    public Element toElement() {
        return CompetenceCodec.encode(this);
    }
}
