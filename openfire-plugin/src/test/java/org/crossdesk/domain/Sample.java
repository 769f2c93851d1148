package org.crossdesk.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.SessionId;

/** The people and places of the story that the tests tell. */
public final class Sample {
    /** When the story begins. */
    public static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    /** The home library's desk, its service, and the hub's. */
    public static final Address UPPSALA = Address.parse("ask.uppsala.test");

    public static final Address UPPSALA_DESK = Address.parse("desk@ask.uppsala.test");
    public static final Address ASK_NORTH = Address.parse("ask-north@ask.north.test");

    /** A patron of Uppsala, at two devices. */
    public static final Address PATRON = Address.parse("mina@uppsala.test/laptop");

    public static final Address PATRON_PHONE = Address.parse("mina@uppsala.test/phone");

    /** A guest of Uppsala, and where they are after that. */
    public static final Address GUEST = Address.parse("g1@uppsala.test/g1");

    public static final Address GUEST_AGAIN = Address.parse("g2@uppsala.test/g2");

    /** A Persian speaker of Tehran, a law librarian of Helsinki, and one of Uppsala. */
    public static final Address SHIRIN = Address.parse("ask.tehran.test/shirin");

    public static final Address AINO = Address.parse("ask.helsinki.test/aino");
    public static final Address LARS = Address.parse("ask.uppsala.test/lars");

    /** Says which phrase it was, and with what. */
    public static final Phrases PHRASES =
            (phrase, language, arguments) -> phrase.name() + (arguments.length == 0 ? "" : Arrays.toString(arguments));

    /** Uppsala's own service, 30 s, then Ask North, 60 s. */
    public static final Service SERVICE = new Service(
            UPPSALA_DESK, Map.of("", "Ask Uppsala"), List.of("sv"), 30, ASK_NORTH, 60, 20, "No fees; be kind.");

    private Sample() {}

    /** The nth name: well-formed, and another for each n. */
    public static String token(long n) {
        StringBuilder token = new StringBuilder("a".repeat(SessionId.LENGTH_CHARS));
        for (int i = SessionId.LENGTH_CHARS - 1; n > 0; i--, n /= SessionId.ALPHABET.length()) {
            token.setCharAt(i, SessionId.ALPHABET.charAt((int) (n % SessionId.ALPHABET.length())));
        }
        return token.toString();
    }

    public static SessionId session(long n) {
        return new SessionId(token(n));
    }

    public static QuestionId question(long n) {
        return new QuestionId(token(n));
    }

    /** A stanza to answer. */
    public static Asker asker(Address from, Address to) {
        return new Asker(from, to, "stanza", Asker.Form.IQ);
    }

    public static Needs language(String tag) {
        return new Needs(List.of(new Language(tag, LanguageLevel.B2)), List.of(), List.of());
    }

    public static Needs subject(String concept) {
        return new Needs(List.of(), List.of(subject(concept, 2)), List.of());
    }

    public static Subject subject(String concept, int level) {
        return new Subject(Subject.GENERAL_SCHEME, concept, level);
    }

    /** Speaks these languages as natives do. */
    public static Profile speaks(String... tags) {
        return new Profile(
                Arrays.stream(tags)
                        .map(tag -> new Language(tag, LanguageLevel.NATIVE))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Is a specialist of these subjects. */
    public static Profile knows(String... concepts) {
        return new Profile(
                List.of(),
                Arrays.stream(concepts).map(concept -> subject(concept, 3)).toList(),
                List.of());
    }

    /** In the staff room with room for two sessions. */
    public static OnDuty onDuty(Address operator, Profile profile) {
        return onDuty(operator, profile, 0, START);
    }

    public static OnDuty onDuty(Address operator, Profile profile, int load, Instant idleSince) {
        String handle = String.valueOf(operator.resource());
        return new OnDuty(operator, handle, new Stamp(handle, profile.ver(), load, 2), profile, idleSince);
    }
}
