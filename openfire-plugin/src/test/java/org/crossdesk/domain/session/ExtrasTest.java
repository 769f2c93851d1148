package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.PATRON;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.START;

import java.util.List;
import java.util.Objects;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Say;
import org.junit.jupiter.api.Test;

/** What patrons and operators say beside their words finds its way through the home desk. */
class ExtrasTest {
    private static final String LINK = "https://upload.test/deed.jpg";

    @Test
    void aPatronsCorrectionNamesTheLineThatItCorrects() {
        Home home = Home.ownedByShirin().patronSays("my fahter", "m1").patronSays("and a sister", "m2");
        long corrected = seqOf(home, "my fahter");
        home.happens(patron("my father", "m3", new Attached("m1", null, false)));
        assertThat(last(home)).isEqualTo(new Extras(corrected, null));
        home.happens(patron("who?", "m4", new Attached("nobody knows", LINK, false)));
        assertThat(last(home)).isEqualTo(new Extras(null, LINK));
        assertThat(home.patronSays("nothing beside", "m5").state().transcript().lines())
                .last()
                .extracting(Line::extras)
                .isNull();
    }

    @Test
    void anOperatorsCorrectionReplacesWhatThePatronWasTold() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "article 816");
        Said before = said(home);
        assertThat(before.replaces()).isNull();
        home.fromDesk(SHIRIN, new Say(Home.SESSION, 1, 2, START, "article 861", false, new Extras(1L, LINK)));
        Said after = said(home);
        assertThat(after.replaces()).isEqualTo(before.id());
        assertThat(after.link()).isEqualTo(LINK);
        assertThat(after.id()).isNotEqualTo(before.id());
    }

    @Test
    void nobodyCorrectsAnothersWordsOrWordsForOthers() {
        Home home = Home.withColleague().says(SHIRIN, 1, 1, "mine");
        home.fromDesk(AINO, new Say(Home.SESSION, 2, 1, START, "not mine", false, new Extras(1L, null)));
        assertThat(home.state().transcript().lines())
                .last()
                .extracting(Line::extras)
                .isNull();
        home.fromDesk(SHIRIN, new Say(Home.SESSION, 1, 2, START, "between us", true, new Extras(1L, null)));
        assertThat(home.state().transcript().lines())
                .last()
                .extracting(Line::extras)
                .isNull();
    }

    @Test
    void whoIsTypingIsTold() {
        Home home = Home.consulting().happens(new SessionEvent.PatronSigned(ChatState.COMPOSING, null));
        assertThat(home.play.sent(Activity.class))
                .containsExactly(
                        new Activity(Home.SESSION, 1, ChatState.COMPOSING),
                        new Activity(Home.SESSION, 2, ChatState.COMPOSING));
        assertThat(home.play.records()).noneMatch(record -> record instanceof SessionRecord.Standing);
        home.fromDesk(SHIRIN, new Activity(Home.SESSION, 1, ChatState.PAUSED));
        assertThat(home.play.effects(Effect.Sign.class).toList())
                .containsExactly(new Effect.Sign(Sample.UPPSALA_DESK, PATRON, ChatState.PAUSED, null));
        home.fromDesk(AINO, new Activity(Home.SESSION, 2, ChatState.COMPOSING));
        assertThat(home.play.effects(Effect.Sign.class)).as("a consultant").isEmpty();
        home.fromDesk(AINO, new Activity(Home.SESSION, 1, ChatState.COMPOSING));
        assertThat(home.play.effects(Effect.Sign.class)).as("in another's part").isEmpty();
    }

    @Test
    void whatWasSeenIsToldWhoAskedForIt() {
        Home home = Home.ownedByShirin().patronSays("one", "m1");
        home.fromDesk(SHIRIN, new Displayed(Home.SESSION, 1, seqOf(home, "one")));
        assertThat(home.play.effects(Effect.Sign.class)).as("not asked for").isEmpty();
        home.happens(patron("two", "m2", new Attached(null, null, true)));
        home.patronSays("three", "m3");
        home.fromDesk(SHIRIN, new Displayed(Home.SESSION, 1, seqOf(home, "two")));
        assertThat(home.play.effects(Effect.Sign.class).toList())
                .containsExactly(new Effect.Sign(Sample.UPPSALA_DESK, PATRON, null, "m2"));
    }

    @Test
    void theOperatorHearsWhatThePatronHasSeen() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "hello");
        String id = said(home).id();
        home.happens(new SessionEvent.PatronSigned(null, id));
        assertThat(home.play.sent(Displayed.class)).containsExactly(new Displayed(Home.SESSION, 1, 1));
        for (String other : List.of("", "x", Home.SESSION.value() + "-1", Home.SESSION.value() + "-99999999999")) {
            home.happens(new SessionEvent.PatronSigned(null, other));
            assertThat(home.play.sent(Displayed.class)).as(other).isEmpty();
        }
    }

    @Test
    void theNextOperatorGetsItAll() {
        Home home = Home.ownedByShirin();
        home.happens(patron("see this", "m1", new Attached(null, LINK, false)));
        home.accepts(SHIRIN, home.state().owner().question());
        List<Extras> relayed = home.play.sent(Relay.class).stream()
                .flatMap(relay -> relay.utterances().stream())
                .map(Utterance::extras)
                .filter(Objects::nonNull)
                .toList();
        assertThat(relayed).containsExactly(new Extras(null, LINK));
    }

    private static SessionEvent patron(String body, String id, Attached attached) {
        return new SessionEvent.PatronSaid(
                Sample.SERVICE, PATRON, body, Sample.asker(PATRON, Sample.UPPSALA_DESK), id, null, "fa", attached);
    }

    private static Extras last(Home home) {
        List<Line> lines = home.state().transcript().lines();
        return lines.get(lines.size() - 1).extras();
    }

    private static Said said(Home home) {
        return home.play
                .effects(Effect.Tell.class)
                .map(Effect.Tell::said)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static long seqOf(Home home, String body) {
        return home.state().transcript().lines().stream()
                .filter(line -> line.body().equals(body))
                .findFirst()
                .orElseThrow()
                .seq();
    }
}
