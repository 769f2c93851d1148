package org.crossdesk.domain.routing;

import java.util.Collection;
import java.util.stream.Collectors;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.competence.NeedsInWords;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Card;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of questions in its staff room, in the library's own language. Ask Services, section "The Staff
 * Room".
 */
public final class RoomTalk {
    /** Of more nobody would read all. */
    private static final int LINES_MAX = 100;

    private final Phrases phrases;
    private final String language;

    /** Talk in this language. */
    public RoomTalk(Phrases phrases, String language) {
        this.phrases = phrases;
        this.language = language;
    }

    /** The question waits: everybody sees it, or whoever has just come. */
    Effect.Room waits(OpenQuestion state, @Nullable String nick) {
        Call call = state.question().call();
        String number = Integer.toString(state.number());
        String needs = NeedsInWords.of(call.needs(), language, phrases);
        String text = needs.isEmpty()
                ? phrases.say(Phrase.ROOM_WAITS, language, number, call.summary())
                : phrases.say(Phrase.ROOM_WAITS_NEEDING, language, number, needs, call.summary());
        Card card = new Card(state.number(), Card.State.WAITS, call.needs(), null);
        return new Effect.Room(state.service(), nick, text, card);
    }

    /** Somebody takes it. */
    Effect.Room claimed(OpenQuestion state, String nick) {
        return about(state, Phrase.ROOM_CLAIMED, Card.State.CLAIMED, nick);
    }

    /** A coordinator has done something about it, to or with somebody: everybody hears it. */
    Effect.Room tells(OpenQuestion state, Phrase phrase, String whom) {
        String text = phrases.say(phrase, language, Integer.toString(state.number()), shortened(whom));
        return new Effect.Room(state.service(), null, text, null);
    }

    /** It no longer waits: somebody has it, or nobody is looked for here any more. */
    Effect.Room over(OpenQuestion state, boolean taken) {
        return taken
                ? about(state, Phrase.ROOM_TAKEN, Card.State.TAKEN, state.claimedBy())
                : about(state, Phrase.ROOM_GONE, Card.State.GONE, null);
    }

    private Effect.Room about(OpenQuestion state, Phrase phrase, Card.State card, @Nullable String nick) {
        String by = nick == null ? null : shortened(nick);
        String text = phrases.say(phrase, language, Integer.toString(state.number()), by == null ? "" : by);
        return new Effect.Room(state.service(), null, text, new Card(state.number(), card, null, by));
    }

    /** Who is on duty, and what they know. */
    public Effect.Room who(Address service, String nick, Collection<OnDuty> operators) {
        if (operators.isEmpty()) {
            return whisper(service, nick, Phrase.ROOM_NOBODY);
        }
        String lines = operators.stream()
                .limit(LINES_MAX)
                .map(one -> phrases.say(
                        one.stamp().away() ? Phrase.ROOM_ON_DUTY_AWAY : Phrase.ROOM_ON_DUTY,
                        language,
                        shortened(one.nick()),
                        one.stamp().load(),
                        one.stamp().capacity(),
                        ProfileLines.inOneLine(one.profile())))
                .collect(Collectors.joining("\n"));
        return new Effect.Room(service, nick, lines, null);
    }

    /** Something for one of them alone. */
    public Effect.Room whisper(Address service, String nick, Phrase phrase, Object... arguments) {
        return new Effect.Room(service, nick, phrases.say(phrase, language, arguments), null);
    }

    /** A nick may be as long as an address. */
    private static String shortened(String nick) {
        String line = nick.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.isEmpty()) {
            return "…";
        }
        return line.length() <= Bounds.NAME_MAX_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Bounds.NAME_MAX_CHARS / 2 - 1)) + "…";
    }
}
