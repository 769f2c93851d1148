package org.crossdesk.domain.competence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossdesk.domain.Phrases;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** Says what a question needs, for a person: "Persian; law". */
public final class NeedsInWords {
    private NeedsInWords() {}

    /** The needs in the language of the reader, with what the desk calls subjects; nothing where anybody will do. */
    public static String of(Needs needs, @Nullable String reader, Phrases phrases) {
        Locale locale = reader == null ? Locale.ENGLISH : Locale.forLanguageTag(reader);
        List<String> words = new ArrayList<>();
        if (!needs.languages().isEmpty()) {
            words.add(needs.languages().stream()
                    .map(language -> name(language, locale))
                    .collect(Collectors.joining(" / ")));
        }
        needs.subjects().forEach(subject -> words.add(name(subject, locale.getLanguage(), phrases)));
        needs.insights().forEach(insight -> words.add(insight.name()));
        return String.join("; ", words);
    }

    /** The languages and subjects as they are typed behind a command: {@code lang=fa subject=law}. */
    public static String asTyped(Needs needs) {
        List<String> words = new ArrayList<>();
        needs.languages().forEach(language -> words.add("lang=" + language.tag()));
        needs.subjects().forEach(subject -> words.add("subject=" + asTyped(subject)));
        return String.join(" ", words);
    }

    /** A subject as it is typed: {@code law}, {@code law:2}. */
    public static String asTyped(Subject subject) {
        return (subject.scheme().equals(Subject.GENERAL_SCHEME) ? subject.concept() : subject.uri())
                + (subject.level() == Subject.LEVEL_MIN ? "" : ":" + subject.level());
    }

    /** By its label in the reader's language, else in English, else the first; a short code stands for itself. */
    public static String name(Subject subject, String language, Phrases phrases) {
        String known = phrases.subject(subject, language);
        if (known != null) {
            return known;
        }
        return Stream.of(language, Locale.ENGLISH.getLanguage(), "")
                .flatMap(wanted -> subject.labels().stream()
                        .filter(label -> wanted.isEmpty()
                                || label.tag().equals(wanted)
                                || label.tag().startsWith(wanted + "-"))
                        .limit(1))
                .map(Label::name)
                .findFirst()
                .orElse(subject.concept());
    }

    /** A language as its reader calls it. */
    public static String name(Language language, Locale locale) {
        return Locale.forLanguageTag(language.tag()).getDisplayName(locale);
    }
}
