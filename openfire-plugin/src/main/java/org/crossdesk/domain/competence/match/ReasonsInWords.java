package org.crossdesk.domain.competence.match;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.competence.match.Reason.Part;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** Says why somebody fits, for a person: "Persian native; law, specialist, through its narrower term inheritance law". */
public final class ReasonsInWords {
    private final Phrases phrases;

    public ReasonsInWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The reasons in the language of the reader. */
    public String of(List<Reason> reasons, @Nullable String reader) {
        return reasons.stream().map(reason -> words(reason, reader)).collect(Collectors.joining("; "));
    }

    private String words(Reason reason, @Nullable String reader) {
        if (reason.part() == Part.LANGUAGE) {
            Locale locale = reader == null ? Locale.ENGLISH : Locale.forLanguageTag(reader);
            String name = Locale.forLanguageTag(reason.known()).getDisplayName(locale);
            return phrases.say(Phrase.MATCH_LANGUAGE, reader, name, languageLevel(reason.level(), reader));
        }
        String level = phrases.say(level(reason.level()), reader);
        return switch (reason.way()) {
            case SAME -> phrases.say(Phrase.MATCH_KNOWN, reader, reason.needed(), level);
            case BROADER -> phrases.say(Phrase.MATCH_BROADER, reader, reason.needed(), level, reason.known());
            case CLOSE -> phrases.say(Phrase.MATCH_CLOSE, reader, reason.needed(), level, reason.known());
            case NARROWER -> phrases.say(Phrase.MATCH_NARROWER, reader, reason.needed(), level, reason.known());
        };
    }

    private String languageLevel(int number, @Nullable String reader) {
        LanguageLevel level = LanguageLevel.values()[number - 1];
        return level == LanguageLevel.NATIVE ? phrases.say(Phrase.MATCH_NATIVE, reader) : level.name();
    }

    private static Phrase level(int number) {
        return switch (number) {
            case Subject.LEVEL_MIN -> Phrase.MATCH_GENERAL;
            case Subject.LEVEL_MAX -> Phrase.MATCH_SPECIALIST;
            default -> Phrase.MATCH_ADVANCED;
        };
    }
}
