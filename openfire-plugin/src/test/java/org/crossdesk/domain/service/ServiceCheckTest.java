package org.crossdesk.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is refused of a service, and in which words. */
class ServiceCheckTest {
    private static final String DESK = "ask.north.test";
    private static final Instant NOW = Instant.parse("2027-01-02T12:00:00Z");
    private static final Recurrence RULES = new RecurrenceRules();
    private static final ServiceCheck CHECK = new ServiceCheck(new Timetable(RULES), Duration.ofSeconds(90));

    private static Address address(String name) {
        return ServiceName.at(DESK, name);
    }

    private static Service service(String name, @Nullable Address parent, ServicePlan plan) {
        return new Service(address(name), Map.of("", "Title " + name), List.of(), 30, parent, 60, 20, null, plan);
    }

    private static Service rollingUp(String name, String parent) {
        return service(name, address(parent), ServicePlan.NONE);
    }

    private static ServicePlan plan(@Nullable Hours hours, String... steps) {
        return new ServicePlan(
                Map.of(),
                Map.of(),
                Map.of(),
                Asking.EVERYONE,
                Staffing.WHOEVER_CONSENTS,
                Needs.NONE,
                hours,
                Ring.ONE,
                Stream.of(steps)
                        .map(line ->
                                StepLines.read(line, address("law"), concept -> new Subject("general", concept, 1)))
                        .toList(),
                false);
    }

    private static List<String> faults(Service service, Service... others) {
        return CHECK.faults(service, List.of(others), NOW);
    }

    @Test
    @DisplayName("a service with a parent, hours and steps has no fault")
    void sound() {
        Hours hours = HoursLines.read("Europe/Stockholm", List.of("mo-fr 09:00-17:00"), List.of(), RULES);
        Service law = service(
                "law",
                address("north"),
                plan(
                        hours,
                        "own 20",
                        "own 10 level=1",
                        "north 30 languages lang=B1",
                        "world@ask.world.test 30 nothing"));
        assertThat(faults(law, service("north", null, ServicePlan.NONE), law)).isEmpty();
    }

    @Test
    @DisplayName("groups are beside the steps that every question takes")
    void groups() {
        String medicine = "ask-medicine@ask.tehran.test 20 for=medicine";
        String law = "ask-law@ask.uppsala.test 30 for=law";
        assertThat(faults(service("law", null, plan(null, medicine, law, "own 30", "own 30 nothing"))))
                .as("the longest of them counts")
                .isEmpty();
        assertThat(faults(service("law", null, plan(null, medicine, law, "own 61"))))
                .singleElement()
                .asString()
                .startsWith("a patron would wait 91 seconds");
        assertThat(faults(service("law", null, plan(null, medicine))))
                .containsExactly("every step is for some questions only: add one for all others, such as own 30");
    }

    @Test
    @DisplayName("a circle of parents is shown")
    void circle() {
        assertThat(faults(
                        rollingUp("law", "north"),
                        rollingUp("north", "world"),
                        rollingUp("world", "law"),
                        service("law", null, ServicePlan.NONE)))
                .containsExactly("questions would go round in a circle: law@ask.north.test -> north@ask.north.test ->"
                        + " world@ask.north.test -> law@ask.north.test. Give one of them another parent, or none.");
        assertThatThrownBy(() -> rollingUp("law", "law")).hasMessageContaining("its own parent");
    }

    @Test
    @DisplayName("a circle of others is theirs, and ends the search")
    void othersCircle() {
        assertThat(faults(rollingUp("law", "north"), rollingUp("north", "world"), rollingUp("world", "north")))
                .isEmpty();
    }

    @Test
    @DisplayName("a parent or step at the same desk must be there")
    void missing() {
        assertThat(faults(rollingUp("law", "nrth")))
                .containsExactly("there is no service nrth@ask.north.test yet: make it first, or name another");
        assertThat(faults(service("law", null, plan(null, "own 10", "nrth 10"))))
                .containsExactly("there is no service nrth@ask.north.test yet: make it first, or name another");
        assertThat(faults(service("law", Address.ofDomain("ask.world.test"), ServicePlan.NONE)))
                .containsExactly("'ask.world.test' is no service: write NAME@ask.DOMAIN");
    }

    @Test
    @DisplayName("two services can't have one title, however it is written")
    void titles() {
        Service law = new Service(
                address("law"), Map.of("", "Law", "sv", " fråga  NORDEN"), List.of(), 30, null, 60, 20, null);
        Service north = new Service(address("north"), Map.of("sv", "Fråga Norden"), List.of(), 30, null, 60, 20, null);
        assertThat(faults(law, north))
                .singleElement()
                .asString()
                .contains("is what north@ask.north.test is called already")
                .endsWith("choose another title");
        assertThat(faults(law, law)).isEmpty();
    }

    @Test
    @DisplayName("a hub's service may be called as the hub is")
    void titleOfTheLibrary() {
        Service desk = Service.initial(address(Service.DESK), "Ask North");
        Service north = new Service(address("north"), Map.of("", "Ask North"), List.of(), 30, null, 60, 20, null);
        assertThat(faults(north, desk)).isEmpty();
        assertThat(faults(desk, north)).isEmpty();
    }

    @Test
    @DisplayName("a closed service keeps no title, and is nobody's parent")
    void closed() {
        Service gone = service("north", null, ServicePlan.NONE).closing();
        Service law = new Service(address("law"), gone.names(), List.of(), 30, address("north"), 60, 20, null);
        assertThat(faults(law, gone)).singleElement().asString().startsWith("there is no service north@ask.north.test");
        assertThat(gone.names()).containsEntry("", "Title north");
    }

    @Test
    @DisplayName("titles have languages for tags")
    void titleTags() {
        Service law = new Service(address("law"), Map.of("Swedish language", "Lag"), List.of(), 30, null, 60, 20, null);
        assertThat(faults(law)).singleElement().asString().contains("'Swedish language' of the title is no language");
    }

    @Test
    @DisplayName("nobody waits for longer than the ceiling")
    void ceiling() {
        assertThat(faults(service("law", null, plan(null, "own 60", "own 31 languages"))))
                .containsExactly("a patron would wait 91 seconds, and no more than 90 are allowed over all steps:"
                        + " shorten some");
        Service longOwn = new Service(address("law"), Map.of(), List.of(), 600, null, 600, 20, null);
        assertThat(faults(longOwn)).singleElement().asString().startsWith("a patron would wait 600 seconds");
    }

    @Test
    @DisplayName("each step asks for less, and none for the same as another")
    void steps() {
        assertThat(faults(service("law", null, plan(null, "own 10 languages", "own 10"))))
                .contains("step 2 asks for more than step 1: later steps ask for less, or the same");
        assertThat(faults(service("law", null, plan(null, "own 10 lang=B1 level=2", "own 10 lang=B1"))))
                .contains("step 2 asks for more than step 1: later steps ask for less, or the same");
        assertThat(faults(service("law", null, plan(null, "own 10 level=2", "own 10 level=2"))))
                .containsExactly("steps 1 and 2 ask law@ask.north.test for the same: keep one of them");
    }

    @Test
    @DisplayName("hours that never open are refused, and so is none at all")
    void hours() {
        Hours over = HoursLines.read("UTC", List.of("FREQ=DAILY;UNTIL=20261231 09:00-17:00"), List.of(), RULES);
        assertThat(faults(service("law", null, plan(over))))
                .singleElement()
                .asString()
                .startsWith("with these hours the service is not open at any time of the next 400 days");
        assertThat(faults(service("law", null, plan(new Hours(Hours.zone("UTC"), List.of(), List.of())))))
                .hasSize(1);
    }

    @Test
    @DisplayName("a service without members is none")
    void noMembers() {
        assertThatThrownBy(() -> new Staffing(Staffing.Kind.NAMED, List.of()))
                .hasMessageStartingWith("a service needs members: name libraries");
        assertThatThrownBy(() -> new Staffing(Staffing.Kind.NAMED, List.of("Uppsala")))
                .hasMessageContaining("is no domain of a library");
    }

    @Test
    @DisplayName("named libraries staff it, and the hub's own")
    void admits() {
        Staffing staffing = new Staffing(Staffing.Kind.NAMED, List.of("uppsala.test"));
        Address hub = address("law");
        assertThat(staffing.admits(Address.parse("ask.uppsala.test"), hub)).isTrue();
        assertThat(staffing.admits(Address.parse("ask.north.test"), hub)).isTrue();
        assertThat(staffing.admits(Address.parse("ask.helsinki.test"), hub)).isFalse();
        assertThat(Staffing.WHOEVER_CONSENTS.admits(Address.parse("ask.helsinki.test"), hub))
                .isTrue();
    }

    @Test
    @DisplayName("a text is found in the reader's language, without its region, or in any")
    void texts() {
        ServicePlan plan = new ServicePlan(
                Map.of("", "Law", "sv", "Lag"),
                Map.of("fa-IR", "سلام"),
                Map.of("", "Closed"),
                Asking.EVERYONE,
                Staffing.WHOEVER_CONSENTS,
                Needs.NONE,
                null,
                Ring.ALL,
                List.of(),
                false);
        assertThat(plan.description("sv-FI")).isEqualTo("Lag");
        assertThat(plan.description("fi")).isEqualTo("Law");
        assertThat(plan.description(null)).isEqualTo("Law");
        assertThat(plan.greeting(true, "fa-IR")).isEqualTo("سلام");
        assertThat(plan.greeting(true, "fa")).isNull();
        assertThat(plan.greeting(false, "fa")).isEqualTo("Closed");
    }

    @Test
    @DisplayName("one, some or all ring")
    void ring() {
        assertThat(Stream.of("one", "3", "all").map(Ring::parse).map(Ring::atATime))
                .containsExactly(1, 3, Integer.MAX_VALUE);
        assertThat(Stream.of("one", "3", "all").map(Ring::parse).map(Ring::toString))
                .containsExactly("one", "3", "all");
        for (String none : List.of("0", "65", "many", "-1", "")) {
            assertThatThrownBy(() -> Ring.parse(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
