package org.crossdesk.bot.assistant;

import java.util.List;
import java.util.Locale;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Received;
import org.jspecify.annotations.Nullable;

/**
 * One session of an assistant, from its offer to its end. Says what to answer and sends nothing.
 *
 * <pre>
 * state    hears                                   then     says
 * WAITING  an offer that the rule declines         WAITING  /decline
 * WAITING  another offer                           TALKING  the greeting, which accepts
 * WAITING  the patron's words                      TALKING  as TALKING: the session is of before a restart
 * TALKING  the patron's thanks or goodbye          OVER     the farewell, then /close answered 2
 * TALKING  other words of the patron               TALKING  a reply that repeats a part of them
 * OVER     an offer (the session comes back)       as WAITING
 * any      the last line of the session            OVER     nothing
 * any      the transcript, a note, anything else   the same nothing
 * </pre>
 */
final class Talk {
    private static final String DECLINE = "/decline";

    /** READ 2: the demo's operators know a little more than the way to the shelf. */
    private static final String CLOSE = "/close answered 2";

    private enum State {
        WAITING,
        TALKING,
        OVER
    }

    private final AssistantSettings settings;
    private final List<Phrasebook> books;
    private final Listening listening;
    private State state = State.WAITING;
    private @Nullable String language;
    private int replies;

    Talk(AssistantSettings settings, List<Phrasebook> books) {
        this.settings = settings;
        this.books = books;
        this.listening = new Listening(books);
    }

    /** Hears a message of the session; returns what to write, in order. */
    List<String> hear(Received message) {
        return switch (DeskWords.of(message)) {
            case OFFER -> state == State.TALKING ? List.of() : offered(OfferSeen.of(message));
            case SAID -> state == State.OVER ? List.of() : said(message.text());
            case CLOSED -> {
                state = State.OVER;
                yield List.of();
            }
            case NOTE, TRANSCRIPT, NOTHING -> List.of();
        };
    }

    private List<String> offered(OfferSeen offer) {
        if (settings.declines().declines(offer)) {
            return List.of(DECLINE);
        }
        state = State.TALKING;
        String summary = offer.summary();
        if (summary == null) {
            language = offer.language();
            return List.of(say("greeting.plain", ""));
        }
        language = listening.language(summary).orElse(offer.language());
        return List.of(say("greeting", listening.quote(summary)));
    }

    private List<String> said(String words) {
        state = State.TALKING;
        language = listening.language(words).orElse(language);
        if (listening.isFarewell(words)) {
            state = State.OVER;
            return List.of(say("farewell", ""), CLOSE);
        }
        String reply = "reply." + (replies++ % Phrasebook.REPLIES + 1);
        return List.of(say(reply, listening.quote(words)));
    }

    private String say(String text, String question) {
        return book().say(text, settings.name(), settings.library(), question);
    }

    /** The patron's language if the assistant has it, or else the first that it has. */
    private Phrasebook book() {
        String wanted = language;
        if (wanted != null) {
            String primary = Locale.forLanguageTag(wanted).getLanguage();
            for (Phrasebook book : books) {
                if (book.tag().equals(primary) && settings.languages().contains(primary)) {
                    return book;
                }
            }
        }
        return books.stream()
                .filter(book -> book.tag().equals(settings.languages().get(0)))
                .findFirst()
                .orElse(books.get(0));
    }
}
