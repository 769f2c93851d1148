package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.util.List;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.RunningSession;
import org.crossdesk.protocol.ask.RunningSessions;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a home desk shows to the service that a session runs by. */
class OverseeingTest {
    private static final Address KARIN = ASK_NORTH.withLocal(null).withResource("karin");

    private static SessionMachine machine(Oversight oversight) {
        SessionPolicy usual = Home.POLICY;
        return new SessionMachine(
                new SessionPolicy(
                        usual.linesMax(),
                        usual.bytesMax(),
                        usual.bodyMaxChars(),
                        usual.resend(),
                        usual.takeBack(),
                        usual.grace(),
                        usual.followUp(),
                        usual.additions(),
                        usual.ceiling(),
                        usual.othersSee(),
                        oversight),
                Sample.PHRASES);
    }

    /** Shirin came by the hub's service. */
    private static Home byTheHub(Oversight oversight) {
        return Home.asked(machine(oversight)).findsNobody().accepts(SHIRIN);
    }

    private static Home attends(Home home, Address service) {
        return home.happens(
                new SessionEvent.Attended(Sample.asker(service, UPPSALA), new Attend(Home.SESSION, "karin")));
    }

    @ParameterizedTest
    @EnumSource(Oversight.class)
    void aServiceSeesItsOwnSessionsAndAsMuchAsTheLibraryShows(Oversight oversight) {
        SessionMachine machine = machine(oversight);
        Session state = byTheHub(oversight).state();
        RunningSession shown = new RunningSession(
                Home.SESSION, Sample.START, state.transcript().size(), SHIRIN, "inheritance?");
        assertThat(machine.running(List.of(state), ASK_NORTH))
                .isEqualTo(new RunningSessions(1, oversight == Oversight.COUNTS ? List.of() : List.of(shown)));
        assertThat(machine.running(List.of(state), Address.parse("other@ask.north.test")))
                .isEqualTo(new RunningSessions(0, List.of()));
        Session ownAffair = Home.asked(machine).accepts(SHIRIN).state();
        assertThat(machine.running(List.of(ownAffair), UPPSALA_DESK).sessions())
                .as("a library hides nothing from itself")
                .hasSize(1);
    }

    @Test
    void onlyWhatSomebodyOwnsRuns() {
        SessionMachine machine = machine(Oversight.TRANSCRIPTS);
        for (Home home : List.of(Home.asked().findsNobody(), Home.closed(), Home.byMe())) {
            for (Address service : List.of(UPPSALA_DESK, ASK_NORTH)) {
                assertThat(machine.running(List.of(home.state()), service).count())
                        .isZero();
            }
        }
    }

    @Test
    void theCoordinatorIsRungAsAConsultant() {
        Home home = attends(byTheHub(Oversight.TRANSCRIPTS), ASK_NORTH);
        assertThat(home.play.refused()).isEmpty();
        Question question = home.play.sent(Question.class).get(0);
        assertThat(question.only()).isEqualTo(KARIN);
        assertThat(question.call().role()).isEqualTo(Role.CONSULTANT);
        assertThat(home.play.told()).as("the patron sees nothing").isEmpty();
        home.accepts(KARIN);
        assertThat(home.state().beside()).extracting(Owner::operator).containsExactly(KARIN);
        assertThat(attends(home, ASK_NORTH).play.refused())
                .as("they are in it already")
                .containsExactly(Condition.CONFLICT);
    }

    @Test
    void wherePolicyOrPeopleAreAgainstItTheServiceHearsIt() {
        assertThat(attends(byTheHub(Oversight.SUMMARIES), ASK_NORTH).play.refused())
                .containsExactly(Condition.FORBIDDEN);
        assertThat(attends(byTheHub(Oversight.TRANSCRIPTS), Address.parse("other@ask.north.test"))
                        .play
                        .refused())
                .containsExactly(Condition.ITEM_NOT_FOUND);
        Home calling = byTheHub(Oversight.TRANSCRIPTS).asksToHandOver(SHIRIN, 1, null);
        assertThat(attends(calling, ASK_NORTH).play.refused()).containsExactly(Condition.CONFLICT);
    }

    @Test
    void theOwnerIsNotToldThatSomebodyUnaskedForDidNotCome() {
        Home home = attends(byTheHub(Oversight.TRANSCRIPTS), ASK_NORTH)
                .findsNobody()
                .findsNobody();
        assertThat(home.state().call()).isNull();
        assertThat(home.state().untold()).isNull();
        assertThat(home.play.sent(TransferRefused.class)).isEmpty();
    }
}
