package org.crossdesk.domain.service;

import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;

/**
 * As much of what a question needs as a step insists on. What needs less needs no more than before.
 *
 * @param languageLevel of languages
 * @param knowledgeLevel of subjects and insights, 1 to 3
 */
public record Levels(LanguageLevel languageLevel, int knowledgeLevel) {
    /** Insists on all. */
    public static final Levels FULL = new Levels(LanguageLevel.NATIVE, Subject.LEVEL_MAX);

    public Levels {
        Bounds.range("the level of subjects and insights", knowledgeLevel, Subject.LEVEL_MIN, Subject.LEVEL_MAX);
    }

    /** The needs at no more than these levels. */
    Needs relax(Needs needs) {
        return new Needs(
                needs.languages().stream()
                        .map(one -> one.level().compareTo(languageLevel) <= 0
                                ? one
                                : new Language(one.tag(), languageLevel))
                        .toList(),
                needs.subjects().stream()
                        .map(one -> one.level() <= knowledgeLevel
                                ? one
                                : new Subject(one.scheme(), one.concept(), knowledgeLevel, one.labels()))
                        .toList(),
                needs.insights().stream()
                        .map(one -> one.level() <= knowledgeLevel
                                ? one
                                : new Insight(one.kind(), one.name(), knowledgeLevel))
                        .toList());
    }
}
