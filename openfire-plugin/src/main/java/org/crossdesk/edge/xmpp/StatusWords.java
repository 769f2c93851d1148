package org.crossdesk.edge.xmpp;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.Service;
import org.crossdesk.edge.config.Wording;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.jspecify.annotations.Nullable;

/** A service's status in a few words, in every language that the desk speaks. */
final class StatusWords {
    private static final String DAY_AND_TIME = "EEE d MMM HH:mm";

    private final Phrases phrases;
    private final String own;

    /** For a desk that speaks {@code language} where nobody says otherwise. */
    StatusWords(Phrases phrases, String language) {
        this.phrases = phrases;
        String primary = primary(language);
        this.own = Wording.LANGUAGES.contains(primary) ? primary : Wording.LANGUAGES.get(0);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** The languages, the desk's own first. */
    List<String> languages() {
        return Stream.concat(Stream.of(own), Wording.LANGUAGES.stream())
                .distinct()
                .toList();
    }

    /** Which of them a reader of {@code language} gets. */
    String spoken(@Nullable String language) {
        String primary = language == null ? own : primary(language);
        return Wording.LANGUAGES.contains(primary) ? primary : own;
    }

    /** How the service stands, for a reader of {@code language}; times are what the clocks show where it is. */
    String say(Service service, ServiceStatus status, @Nullable String language) {
        String spoken = spoken(language);
        Instant until = status.until();
        Phrase phrase = switch (status.state()) {
            case OPEN -> Phrase.STATUS_OPEN;
            case BUSY -> Phrase.STATUS_BUSY;
            case AWAY -> Phrase.STATUS_AWAY;
            case CLOSED -> until == null ? Phrase.STATUS_CLOSED : Phrase.STATUS_CLOSED_UNTIL;
        };
        return until == null
                ? phrases.say(phrase, spoken)
                : phrases.say(phrase, spoken, time(service.plan().hours(), until, spoken));
    }

    private static String time(@Nullable Hours hours, Instant time, String language) {
        Locale reader = Locale.forLanguageTag(language);
        ZoneId zone = hours == null ? ZoneOffset.UTC : hours.zone();
        return DateTimeFormatter.ofPattern(DAY_AND_TIME, reader)
                .withDecimalStyle(DecimalStyle.of(reader))
                .format(time.atZone(zone));
    }
}
