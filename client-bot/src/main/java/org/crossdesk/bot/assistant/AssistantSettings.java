package org.crossdesk.bot.assistant;

import java.time.Duration;
import java.util.List;
import org.crossdesk.bot.smack.ClientSettings;
import org.crossdesk.protocol.Address;

/**
 * Who an assistant is and where it serves.
 *
 * @param client how it connects
 * @param name how it calls itself to patrons
 * @param library how it calls its library to patrons
 * @param languages the languages in which it answers, its own first: of fa, sv, fi and en
 * @param services the addresses of the services it serves, such as {@code desk@ask.tehran.test}
 * @param duty how it goes on duty
 * @param declines which offers it declines
 * @param replyDelay how long it "types" before each message
 */
public record AssistantSettings(
        ClientSettings client,
        String name,
        String library,
        List<String> languages,
        List<Address> services,
        Duty duty,
        DeclineRule declines,
        Duration replyDelay) {
    /** Quick enough for a demo, slow enough to look like somebody. */
    public static final Duration DEFAULT_REPLY_DELAY = Duration.ofMillis(1_200);

    /** How an operator goes on duty. */
    public enum Duty {
        /** By entering each staff room itself (XEP-0045). */
        ROOM,
        /** By the ad-hoc command {@code duty} at its own desk. */
        COMMAND
    }

    public AssistantSettings {
        languages = List.copyOf(languages);
        services = List.copyOf(services);
        if (languages.isEmpty() || !Phrasebook.LANGUAGES.containsAll(languages)) {
            throw new IllegalArgumentException(
                    "an assistant speaks some of " + Phrasebook.LANGUAGES + ", not " + languages);
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException("an assistant serves at least one service");
        }
    }

    /** One that enters the staff rooms, takes every offer and answers after the usual delay. */
    public static AssistantSettings of(
            ClientSettings client, String name, String library, List<String> languages, List<Address> services) {
        return new AssistantSettings(
                client, name, library, languages, services, Duty.ROOM, DeclineRule.never(), DEFAULT_REPLY_DELAY);
    }

    /** The same, going on duty in this way. */
    public AssistantSettings by(Duty way) {
        return new AssistantSettings(client, name, library, languages, services, way, declines, replyDelay);
    }

    /** The same, declining by this rule. */
    public AssistantSettings declining(DeclineRule rule) {
        return new AssistantSettings(client, name, library, languages, services, duty, rule, replyDelay);
    }

    /** The same, answering after this long. */
    public AssistantSettings after(Duration delay) {
        return new AssistantSettings(client, name, library, languages, services, duty, declines, delay);
    }
}
