package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.HoursLines;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.ask.StaffingAnswer.Answer;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.runtime.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a library answers to services that ask it to staff them. */
class ConsentsTest {
    private static final Address LAW = Address.parse("ask-law@ask.north.test");
    private static final Subject KNOWN = new Subject(Subject.GENERAL_SCHEME, "law", 2);
    private static final Staff STAFF = new Staff("Ask Law", new Needs(List.of(), List.of(KNOWN), List.of()));
    private static final Profile LAWYER = new Profile(List.of(), List.of(KNOWN), List.of());
    private static final Consent.Terms SOME = new Consent.Terms(3, 0, null);

    private final MemoryDirectory directory = new MemoryDirectory();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    private Consents consents(Consent.Rule rule, Address... standing) throws Exception {
        directory.save(List.of(
                new Directory.Operator("lars", "h1", LAWYER, 2),
                new Directory.Operator("mina", "h2", Profile.EMPTY, 2)));
        OperatorBook operators = new OperatorBook(directory);
        operators.load();
        ServiceBook own = new ServiceBook(directory);
        own.load(Service.initial(Address.parse("desk@ask.uppsala.test"), "Uppsala"));
        Consents consents = new Consents(
                directory,
                own,
                List.of(standing),
                rule,
                operators,
                SubjectOrder.PLAIN,
                new Timetable(new RecurrenceRules()),
                () -> now);
        consents.load();
        return consents;
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS, CONSENTS, true", "ASK, ASKED, false", "NEVER, REFUSES, false"})
    void theRuleAnswersUntilSomebodyDoes(Consent.Rule rule, Answer answer, boolean staffs) throws Exception {
        Consents consents = consents(rule);
        assertThat(consents.asked(LAW, STAFF)).isNull();
        assertThat(consents.answer(LAW).answer()).isEqualTo(answer);
        assertThat(consents.answer(LAW).people()).isEqualTo(1);
        assertThat(consents.staffed().contains(LAW)).isEqualTo(staffs);
        // Another rule, before anybody has decided.
        Consents later = consents(Consent.Rule.ALWAYS);
        later.asked(LAW, STAFF);
        assertThat(later.answer(LAW).answer()).isEqualTo(Answer.CONSENTS);
    }

    @Test
    void whatTheCoordinatorSaidStandsWhateverTheServiceAndTheRuleBecome() throws Exception {
        Consents consents = consents(Consent.Rule.ASK);
        consents.asked(LAW, STAFF);
        consents.answered(consents.of(LAW).orElseThrow(), true, SOME, "britta@uppsala.test");
        consents.dismissed(LAW);
        assertThat(consents.staffed()).isEmpty();
        Consents later = consents(Consent.Rule.NEVER);
        assertThat(later.asked(LAW, new Staff("Ask Nordic Law", Needs.NONE))).isNull();
        assertThat(later.staffed()).containsExactly(LAW);
        assertThat(later.terms(LAW)).isEqualTo(SOME);
        assertThat(later.title(LAW)).isEqualTo("Ask Nordic Law");
        assertThat(later.fits(Profile.EMPTY, LAW)).isTrue();
    }

    @Test
    void theAdministratorsWordStandsUntilTheCoordinatorTakesItBack() throws Exception {
        Consents consents = consents(Consent.Rule.NEVER, LAW);
        assertThat(consents.staffed()).containsExactly(LAW);
        consents.asked(LAW, STAFF);
        assertThat(consents.answer(LAW).answer()).isEqualTo(Answer.CONSENTS);
        assertThat(consents.fits(Profile.EMPTY, LAW)).isFalse();
        consents.answered(consents.of(LAW).orElseThrow(), false, Consent.Terms.NONE, "britta@uppsala.test");
        assertThat(consents.staffed()).isEmpty();
        assertThat(consents(Consent.Rule.NEVER, LAW).staffed()).isEmpty();
    }

    @Test
    void aServiceThatNobodyDecidedOnIsForgottenWhenItGoes() throws Exception {
        Consents consents = consents(Consent.Rule.ASK);
        consents.asked(LAW, STAFF);
        consents.dismissed(LAW);
        assertThat(consents.all()).isEmpty();
        assertThat(directory.consents()).isEmpty();
    }

    @Test
    void oneHubFillsNoMoreThanItsShare() throws Exception {
        Consents consents = consents(Consent.Rule.ASK);
        for (int number = 0; number < Consents.UNDECIDED_PER_HUB_MAX; number++) {
            assertThat(consents.asked(Address.parse("s" + number + "@ask.north.test"), STAFF))
                    .isNull();
        }
        assertThat(consents.asked(LAW, STAFF)).isNotNull();
        assertThat(consents.all()).hasSize(Consents.UNDECIDED_PER_HUB_MAX);
        // Who is known may ask again, and another hub has its own share.
        assertThat(consents.asked(Address.parse("s0@ask.north.test"), STAFF)).isNull();
        assertThat(consents.asked(Address.parse("law@ask.tehran.test"), STAFF)).isNull();
        Consents yes = consents(Consent.Rule.ALWAYS);
        for (int number = 0; number < 2 * Consents.PER_HUB_MAX; number++) {
            yes.asked(Address.parse("t" + number + "@ask.oslo.test"), STAFF);
        }
        assertThat(yes.all().stream().filter(one -> one.service().domain().equals("ask.oslo.test")))
                .hasSize(Consents.PER_HUB_MAX);
    }

    @Test
    void itIsRungInItsHoursOnly() throws Exception {
        Consents consents = consents(Consent.Rule.ASK);
        consents.asked(LAW, STAFF);
        consents.answered(
                consents.of(LAW).orElseThrow(),
                true,
                new Consent.Terms(
                        0,
                        0,
                        HoursLines.read(
                                "Europe/Stockholm", List.of("mo-fr 09:00-17:00"), List.of(), new RecurrenceRules())),
                "britta@uppsala.test");
        assertThat(consents.openTo(LAW)).isTrue();
        assertThat(consents.openTo(Sample.ASK_NORTH)).isTrue();
        now = Instant.parse("2026-11-27T16:00:00Z");
        assertThat(consents.openTo(LAW)).isFalse();
    }
}
