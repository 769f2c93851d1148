package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossdesk.domain.service.Asking;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.HoursLines;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.ServicePlan;
import org.crossdesk.domain.service.Staffing;
import org.crossdesk.domain.service.StepLines;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.runtime.Directory.Operator;
import org.crossdesk.runtime.Directory.OwnedScript;
import org.crossdesk.runtime.JournalException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the directory promises, on whatever database. */
interface DirectoryContract {
    Service DESK = Service.initial(Address.parse("desk@ask.uppsala.test"), "Uppsala");
    Operator OPERATOR = new Operator(
            "shirin",
            "h1",
            new Profile(
                    List.of(new Language("fa", LanguageLevel.NATIVE)),
                    List.of(new Subject(Subject.GENERAL_SCHEME, "law", 2)),
                    List.of(new Insight(Insight.Kind.REGION, "IR", 3))),
            2);

    /** A database with our tables, and nothing in them. */
    TestDatabase database();

    private JdbcDirectory directory() {
        return new JdbcDirectory(database()::open);
    }

    @Test
    @DisplayName("services are saved, replaced by address, and read after a restart")
    default void services() throws Exception {
        Service north = new Service(
                Address.parse("ask-north@ask.north.test"),
                Map.of("", "Ask North", "sv", "Fråga Norden"),
                List.of("en"),
                5,
                Address.parse("world@ask.world.test"),
                6,
                7,
                "We answer in English.");
        directory().save(north);
        directory().save(DESK);
        directory().save(Service.initial(DESK.address(), "Uppsala stadsbibliotek"));
        database().restart();
        assertThat(directory().services())
                .containsExactly(north, Service.initial(DESK.address(), "Uppsala stadsbibliotek"));
    }

    @Test
    @DisplayName("what was answered to a service is saved, replaced, and forgotten")
    default void consents() throws Exception {
        Consent asked = Consent.asked(
                Address.parse("ask-law@ask.north.test"),
                new Staff(
                        "Ask Law",
                        new Needs(List.of(), List.of(new Subject(Subject.GENERAL_SCHEME, "law", 2)), List.of())),
                Consent.Rule.ASK,
                Instant.EPOCH);
        Hours hours =
                HoursLines.read("Europe/Stockholm", List.of("mo-fr 09:00-17:00"), List.of(), new RecurrenceRules());
        Consent given = asked.answered(
                true, new Consent.Terms(3, 5, hours), "britta@uppsala.test", Instant.EPOCH.plusSeconds(5));
        directory().save(asked);
        directory().save(given);
        database().restart();
        assertThat(directory().consents()).containsExactly(given);
        directory().forget(given);
        assertThat(directory().consents()).isEmpty();
    }

    @Test
    @DisplayName("scripts are saved, replaced by id, and forgotten")
    default void scripts() throws Exception {
        String id = "kq3bwtn4rhz2v7sidxcolfyjme";
        OwnedScript own = new OwnedScript(
                "shirin", new Script(id, Script.Scope.PERSONAL, null, "سلام", "fa", "سلام،\n{operator} هستم."));
        OwnedScript shared = new OwnedScript(
                null,
                new Script(
                        id.replace('k', 'l'),
                        Script.Scope.SERVICE,
                        DESK.address(),
                        "Wait",
                        null,
                        "One moment, please."));
        directory().save(new OwnedScript("shirin", new Script(id, Script.Scope.PERSONAL, null, "x", null, "x")));
        directory().save(own);
        directory().save(shared);
        database().restart();
        assertThat(directory().scripts()).containsExactly(own, shared);
        directory().forget(own);
        assertThat(directory().scripts()).containsExactly(shared);
    }

    @Test
    @DisplayName("all that is planned of a service comes back")
    default void plan() throws Exception {
        Address law = Address.parse("law@ask.north.test");
        Hours hours = HoursLines.read(
                "Europe/Stockholm",
                List.of("mo-fr 09:00-17:00", "FREQ=MONTHLY;BYDAY=1SA 10:00-14:00"),
                List.of("2026-12-24..2026-12-26 closed", "2026-12-31 09:00-12:00"),
                new RecurrenceRules());
        Service planned = new Service(
                law,
                Map.of("", "Ask Nordic Law"),
                List.of(),
                30,
                null,
                60,
                20,
                null,
                new ServicePlan(
                        Map.of("sv", "Nordisk rätt"),
                        Map.of("", "Welcome"),
                        Map.of("", "Closed"),
                        Asking.MEMBERS,
                        new Staffing(Staffing.Kind.NAMED, List.of("uppsala.test")),
                        new Needs(
                                OPERATOR.profile().languages(),
                                OPERATOR.profile().subjects(),
                                OPERATOR.profile().insights()),
                        hours,
                        Ring.ALL,
                        Stream.of("own 20 for=law for-lang=fa", "own 20", "own 20 languages lang=B1 ring=3")
                                .map(line -> StepLines.read(line, law, concept -> new Subject("general", concept, 1)))
                                .toList(),
                        true));
        directory().save(planned);
        database().restart();
        assertThat(directory().services()).containsExactly(planned);
    }

    @Test
    @DisplayName("a service that was kept before there were plans is read")
    default void beforePlans() throws Exception {
        directory().save(DESK);
        database()
                .execute(
                        "UPDATE ofCrossdeskService SET record = '{\"address\":\"desk@ask.uppsala.test\",\"names\":{\"\":"
                                + "\"Uppsala\"},\"languages\":[],\"ownSeconds\":30,\"parentSeconds\":60,\"ringSeconds\":20}'");
        assertThat(directory().services()).containsExactly(DESK);
    }

    @Test
    @DisplayName("operators are saved and replaced by account")
    default void operators() throws Exception {
        Operator changed = new Operator("shirin", "h2", Profile.EMPTY, 4).onShifts(List.of(DESK.address()));
        directory().save(List.of(OPERATOR));
        assertThat(directory().operators()).containsExactly(OPERATOR);
        directory().save(List.of(changed));
        assertThat(directory().operators()).containsExactly(changed);
    }

    @Test
    @DisplayName("two operators can't have one handle, and of several nothing is saved then")
    default void handlesAreUnique() throws Exception {
        directory().save(List.of(OPERATOR));
        assertThatThrownBy(() -> directory()
                        .save(List.of(
                                new Operator("new", "h9", Profile.EMPTY, 1),
                                new Operator("other", "h1", Profile.EMPTY, 1))))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("2 operators can't be saved");
        assertThat(directory().operators()).containsExactly(OPERATOR);
    }

    @Test
    @DisplayName("what a newer version wrote is named")
    default void newerVersion() throws Exception {
        directory().save(DESK);
        database().execute("UPDATE ofCrossdeskService SET recordVersion = 2");
        assertThatThrownBy(() -> directory().services())
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("service desk@ask.uppsala.test has version 2");
    }
}
