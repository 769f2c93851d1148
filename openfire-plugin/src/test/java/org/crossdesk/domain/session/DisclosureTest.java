package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SHIRIN;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Relay;
import org.junit.jupiter.api.Test;

/** A home library that shows other libraries the question alone. */
class DisclosureTest {
    private static final SessionPolicy USUAL = Home.POLICY;
    private static final SessionMachine MACHINE = new SessionMachine(
            new SessionPolicy(
                    USUAL.linesMax(),
                    USUAL.bytesMax(),
                    USUAL.bodyMaxChars(),
                    Duration.ofSeconds(5),
                    USUAL.takeBack(),
                    USUAL.grace(),
                    USUAL.followUp(),
                    USUAL.additions(),
                    USUAL.ceiling(),
                    Disclosure.QUESTION,
                    Oversight.COUNTS),
            Sample.PHRASES);

    @Test
    void theFirstOperatorSeesTheWholeQuestion() {
        Home home = Home.asked(MACHINE);
        assertThat(home.play.sent(Question.class))
                .extracting(asked -> asked.call().discloses())
                .containsOnly(Disclosure.QUESTION);
        home.patronSays("it is urgent", "m1").accepts(SHIRIN);
        assertThat(shown(home)).contains("inheritance?", "it is urgent").doesNotContain("");
    }

    @Test
    void whatThePatronSaysOfThemselvesIsForTheirOwnLibrary() {
        String mina = "ASIDE_PATRON_SAYS[ABOUT_NAME[Mina]]";
        Attached about =
                new Attached(null, null, false, null, List.of(new PatronForm.Answer(PatronForm.Kind.NAME, "Mina")));
        assertThat(shown(Home.asked(MACHINE, about).accepts(SHIRIN)))
                .contains("inheritance?")
                .doesNotContain(mina);
        assertThat(shown(Home.asked(MACHINE, about).accepts(LARS))).contains(mina);
        Home open = Home.asked(Home.MACHINE, about);
        assertThat(open.play.sent(Question.class))
                .extracting(asked -> asked.call().summary())
                .containsExactly("inheritance?");
        assertThat(open.play.told()).doesNotContain(mina);
        assertThat(shown(open.accepts(SHIRIN))).contains(mina);
    }

    @Test
    void theNextOneOfAnotherLibrarySeesTheQuestionAndWhatIsSaidFromThenOn() {
        Home home = talkedWithShirin();
        takenBy(home, AINO);
        assertThat(shown(home)).contains("inheritance?", "").doesNotContain("a secret", "what secret?");
        assertThat(home.patronSays("and to you", "m3").play.sent(Relay.class))
                .flatExtracting(Relay::utterances)
                .extracting(Utterance::body)
                .containsExactly("and to you");
    }

    @Test
    void theirPlacesInTheOrderStay() {
        Home home = talkedWithShirin();
        takenBy(home, AINO);
        List<Utterance> all = home.play.sent(Relay.class).stream()
                .flatMap(relay -> relay.utterances().stream())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).seq()).isEqualTo(i + 1);
        }
    }

    @Test
    void anOperatorOfTheHomeLibrarySeesEverything() {
        Home home = talkedWithShirin();
        takenBy(home, LARS);
        assertThat(shown(home))
                .contains("inheritance?", "a secret", "what secret?")
                .doesNotContain("");
    }

    private static Home talkedWithShirin() {
        return Home.asked(MACHINE)
                .accepts(SHIRIN)
                .says(SHIRIN, 1, 1, "what secret?")
                .patronSays("a secret", "m2");
    }

    private static void takenBy(Home home, Address operator) {
        home.asksToHandOver(SHIRIN, 1, null).accepts(operator);
    }

    private static List<String> shown(Home home) {
        return home.play.sent(Relay.class).stream()
                .flatMap(relay -> relay.utterances().stream())
                .map(Utterance::body)
                .toList();
    }
}
