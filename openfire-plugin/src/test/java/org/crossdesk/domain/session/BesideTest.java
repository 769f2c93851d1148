package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SHIRIN;

import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Joined;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.junit.jupiter.api.Test;

/** Operators beside the owner: asked for advice, or talking too. */
class BesideTest {
    @Test
    void whoIsRungSeesWhatTheyAreToBe() {
        Home home = Home.ownedByShirin().wants(AINO, Role.CONSULTANT);
        Question question = home.play.sent(Question.class).get(0);
        assertThat(question.call().role()).isEqualTo(Role.CONSULTANT);
        assertThat(question.only()).isEqualTo(AINO);
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
    }

    @Test
    void aConsultantGetsTheTranscriptAndThePatronHearsNothing() {
        Home home = Home.consulting();
        assertThat(home.play.sent(Joined.class)).containsExactly(new Joined(Home.SESSION, 2, 3, Role.CONSULTANT));
        assertThat(home.play.told()).isEmpty();
        assertThat(home.state().owner().operator()).isEqualTo(SHIRIN);
        assertThat(home.state().owner().epoch()).isEqualTo(1);
        assertThat(home.transcript()).endsWith("A: ASIDE_CONSULTANT_JOINED[helsinki.test]");
        Relay transcript = home.play.sent(Relay.class).stream()
                .filter(relay -> relay.epoch() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(transcript.utterances()).hasSize(4);
        assertThat(transcript.utterances().get(3).speaker()).isEqualTo(Speaker.ASIDE);
    }

    @Test
    void whatAConsultantSaysIsNeverToldThePatron() {
        Home home = Home.consulting().says(AINO, 2, 1, "there is a treaty");
        assertThat(home.play.told()).isEmpty();
        assertThat(home.transcript()).endsWith("A: there is a treaty");
        home.fromDesk(SHIRIN, new Say(Home.SESSION, 1, 1, Sample.START, "which one?", true));
        assertThat(home.play.told()).isEmpty();
        home.says(SHIRIN, 1, 2, "one moment");
        assertThat(home.play.told()).containsExactly("one moment");
    }

    @Test
    void theirWordsComeBackAsTheirOwn() {
        Home home = Home.consulting().says(AINO, 2, 1, "there is a treaty");
        assertThat(home.play.sent(Relay.class).stream()
                        .filter(relay -> relay.epoch() == 2)
                        .flatMap(relay -> relay.utterances().stream()))
                .anyMatch(line -> line.own() != null && line.own() == 1);
    }

    @Test
    void aColleagueTalksWithThePatronToo() {
        Home home = Home.withColleague();
        assertThat(home.play.told()).containsExactly("PATRON_COLLEAGUE_JOINED[helsinki.test]");
        home.says(AINO, 2, 1, "hello");
        assertThat(home.play.told()).containsExactly("hello");
        assertThat(home.says(SHIRIN, 1, 1, "I go on").play.told()).containsExactly("I go on");
    }

    @Test
    void onlyTheOwnerHandsOverAndCloses() {
        assertThat(Home.withColleague().closes(AINO, 2).play.refused()).containsExactly(Condition.FORBIDDEN);
        assertThat(Home.withColleague().asksToHandOver(AINO, 2, null).play.refused())
                .containsExactly(Condition.FORBIDDEN);
        assertThat(Home.withColleague()
                        .fromDesk(AINO, new Drop(Home.SESSION, 2, null))
                        .play
                        .refused())
                .containsExactly(Condition.FORBIDDEN);
    }

    @Test
    void theyGoByThemselves() {
        Home home = Home.consulting().fromDesk(AINO, new Leave(Home.SESSION, 2));
        assertThat(home.released()).containsExactly(AINO);
        assertThat(home.state().beside()).isEmpty();
        assertThat(home.fromDesk(AINO, new Leave(Home.SESSION, 2)).play.refused())
                .isEmpty();
        assertThat(home.says(AINO, 2, 1, "still here?").transcript()).noneMatch(line -> line.contains("still here?"));
    }

    @Test
    void theOwnerCanNotLeave() {
        assertThat(Home.consulting()
                        .fromDesk(SHIRIN, new Leave(Home.SESSION, 1))
                        .play
                        .refused())
                .containsExactly(Condition.NOT_ACCEPTABLE);
    }

    @Test
    void theOwnerSendsThemAway() {
        Home home = Home.withColleague().wants(LARS, Role.CONSULTANT).accepts(LARS);
        home.fromDesk(SHIRIN, new Drop(Home.SESSION, 1, LARS));
        assertThat(home.state().beside()).extracting(Owner::operator).containsExactly(AINO);
        home.fromDesk(SHIRIN, new Drop(Home.SESSION, 1, null));
        assertThat(home.state().beside()).isEmpty();
        assertThat(home.play.sent(Released.class)).contains(new Released(Home.SESSION, 2, Released.Reason.DROPPED, 0));
    }

    @Test
    void theyStayWhenTheSessionChangesHandsAndGoWhenItIsClosed() {
        Home home = Home.withColleague().asksToHandOver(SHIRIN, 1, LARS).accepts(LARS);
        assertThat(home.state().owner().operator()).isEqualTo(LARS);
        assertThat(home.state().epoch()).isEqualTo(3);
        assertThat(home.state().beside()).extracting(Owner::operator).containsExactly(AINO);
        home.closes(LARS, 3);
        assertThat(home.released()).contains(AINO, LARS);
        assertThat(home.state().operators()).isEmpty();
    }

    @Test
    void aConsultantWhoTakesTheSessionOverIsReleasedFirst() {
        Home home = Home.consulting().asksToHandOver(SHIRIN, 1, AINO);
        assertThat(home.released()).containsExactly(AINO);
        home.accepts(AINO);
        assertThat(home.state().owner().operator()).isEqualTo(AINO);
        assertThat(home.state().owner().epoch()).isEqualTo(3);
    }

    @Test
    void thereIsABoundToThem() {
        Home home = Home.ownedByShirin();
        for (int i = 0; i < SessionPolicy.BESIDE_MAX; i++) {
            Address helper = Address.parse("ask.helsinki.test/h" + i);
            home.wants(helper, Role.COLLEAGUE).accepts(helper);
        }
        assertThat(home.wants(AINO, Role.COLLEAGUE).play.refused()).containsExactly(Condition.NOT_ACCEPTABLE);
    }
}
