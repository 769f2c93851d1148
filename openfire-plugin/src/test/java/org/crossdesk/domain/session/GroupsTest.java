package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.junit.jupiter.api.Test;

/** A service that has groups for some questions. */
class GroupsTest {
    private static final Address MEDICINE = Address.parse("ask-medicine@ask.tehran.test");
    private static final Address HEART = Address.parse("ask-heart@ask.tehran.test");

    private static Home names(Home home, Address... groups) {
        Question asked = home.askedOf();
        List<RollUp> first =
                List.of(groups).stream().map(group -> new RollUp(group, 20)).toList();
        return home.answered(home.service(), asked, Brokered.first(asked.call().question(), first), null);
    }

    @Test
    void theGroupIsAskedBeforeTheService() {
        Home home = Home.asked().findsNobody();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        names(home, MEDICINE);
        assertThat(home.service()).isEqualTo(MEDICINE);
        assertThat(home.play.sent(Withdraw.class)).as("it was not taken").isEmpty();
        assertThat(home.play.sent(Question.class))
                .extracting(Question::seconds, Question::general)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(20, false));
        home.stepIsOver();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        assertThat(home.play.sent(Question.class)).extracting(Question::general).containsExactly(true);
    }

    @Test
    void aGroupMayHaveGroupsButNothingGoesInACircle() {
        Home home = names(names(Home.asked().findsNobody(), MEDICINE), HEART, ASK_NORTH, UPPSALA_DESK);
        assertThat(home.service()).isEqualTo(HEART);
        home.findsNobody();
        assertThat(home.service()).isEqualTo(MEDICINE);
        assertThat(home.play.sent(Question.class)).extracting(Question::general).containsExactly(true);
        home.findsNobody();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        names(home, MEDICINE);
        assertThat(home.service())
                .as("who names groups once more has nobody: the next round")
                .isEqualTo(UPPSALA_DESK);
        assertThat(home.state().call().steps())
                .extracting(Step::service)
                .containsExactly(UPPSALA_DESK, HEART, MEDICINE, ASK_NORTH);
    }

    @Test
    void whereThereIsNoRoomForGroupsTheServiceIsAskedAtOnce() {
        Home home = names(Home.asked().findsNobody(), UPPSALA_DESK);
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        assertThat(home.play.sent(Question.class)).extracting(Question::general).containsExactly(true);
        Home full = Home.asked().findsNobody();
        for (int floor = 1; floor < OpenCall.STEPS_MAX; floor++) {
            names(full, Address.parse("floor" + floor + "@ask.tower.test"));
        }
        assertThat(full.state().call().steps()).hasSize(OpenCall.STEPS_MAX);
    }

    @Test
    void groupsKeepToTheCeilingToo() {
        Home home = Home.asked().after(Duration.ofSeconds(80)).stepIsOver();
        names(home, MEDICINE);
        assertThat(home.play.sent(Question.class))
                .extracting(Question::seconds)
                .as("82 of 90 seconds are over")
                .containsExactly(8);
    }

    @Test
    void aTransferGoesToTheGroupFirst() {
        Home home = names(Home.ownedByShirin().asksToHandOver(SHIRIN, 1, ASK_NORTH), MEDICINE);
        assertThat(home.service()).isEqualTo(MEDICINE);
        home.findsNobody();
        assertThat(home.service()).isEqualTo(ASK_NORTH);
        home.findsNobody();
        assertThat(home.state().call()).isNull();
    }

    @Test
    void whatThePatronsClientSaysOfNeedsIsNeededBesideTheirLanguage() {
        Needs medicine = Sample.subject("medicine");
        assertThat(needs("fa", medicine))
                .isEqualTo(new Needs(Sample.language("fa").languages(), medicine.subjects(), List.of()));
        assertThat(needs(null, medicine)).isEqualTo(medicine);
        assertThat(needs("fa", Sample.language("ar"))).isEqualTo(Sample.language("ar"));
        assertThat(needs("fa", null)).isEqualTo(Sample.language("fa"));
    }

    private static Needs needs(String language, Needs said) {
        SessionRecord opened = Home.MACHINE
                .open(
                        Home.SESSION,
                        new SessionEvent.PatronSaid(
                                Sample.SERVICE,
                                Sample.PATRON,
                                "a question",
                                Sample.asker(Sample.PATRON, UPPSALA_DESK),
                                "m1",
                                null,
                                language,
                                new Attached(null, null, false, said)),
                        new Moment(Sample.START, Sample.token(9)))
                .records()
                .get(0);
        return ((SessionRecord.Opened) opened).needs();
    }

    @Test
    void aSessionTakesThoseStepsThatItNeeds() {
        Step own = new Step(UPPSALA_DESK, Step.Keep.ALL, 30);
        Step group = new Step(MEDICINE, Step.Keep.ALL, 20, null, null, Sample.subject("medicine"), null);
        assertThat(Step.taken(List.of(group, own), Sample.subject("medicine"), SubjectOrder.PLAIN))
                .containsExactly(group, own);
        assertThat(Step.taken(List.of(group, own), Needs.NONE, SubjectOrder.PLAIN))
                .containsExactly(own);
        assertThat(Step.taken(List.of(group), Needs.NONE, SubjectOrder.PLAIN))
                .as("somebody is asked in any case")
                .containsExactly(group);
    }
}
