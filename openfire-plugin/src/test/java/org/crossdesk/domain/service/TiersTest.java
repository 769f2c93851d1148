package org.crossdesk.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SERVICE;
import static org.crossdesk.domain.Sample.SHIRIN;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Tiers.Heard;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.ask.ServiceStatus.State;
import org.crossdesk.protocol.competence.Stamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a service stands, over all its tiers. Ask Services, section "Whether Somebody Can Answer". */
class TiersTest {
    private static final Address NORDIC = Address.parse("ask-nordic@ask.nordic.test");
    private static final Instant AT_EIGHT = START.plus(Duration.ofHours(20));
    private static final Timetable.Standing OPEN = new Timetable.Standing(true, null);
    private static final Timetable.Standing CLOSED = new Timetable.Standing(false, AT_EIGHT);
    private static final OnDuty FREE = onDuty(SHIRIN, speaks("fa"));
    private static final OnDuty FULL = onDuty(AINO, speaks("fi"), 2, START);
    private static final OnDuty PAUSING =
            new OnDuty(LARS, "lars", new Stamp("lars", FULL.stamp().ver(), 2, 2).gone(), FULL.profile(), START);

    private static DutyRoster room(String who) {
        DutyRoster roster = DutyRoster.EMPTY;
        for (String one : who.split(" ", -1)) {
            roster = switch (one) {
                case "free" -> roster.with(FREE);
                case "full" -> roster.with(FULL);
                case "pausing" -> roster.with(PAUSING);
                case "nobody" -> roster;
                default -> throw new IllegalArgumentException(one);
            };
        }
        return roster;
    }

    private static Heard heard(Address from, State state, @Nullable Instant until, Address... via) {
        return new Heard(from, new ServiceStatus(state, until, List.of(via)));
    }

    @ParameterizedTest(name = "{0}, {1} in the room, and above {2}: {3}")
    @CsvSource({
        "open,   nobody,        nothing, AWAY,   own",
        "open,   pausing,       nothing, AWAY,   own",
        "open,   full,          nothing, BUSY,   own",
        "open,   full pausing,  nothing, BUSY,   own",
        "open,   full free,     nothing, OPEN,   own",
        "closed, nobody,        nothing, CLOSED, own",
        "closed, free,          nothing, CLOSED, own",
        "open,   nobody,        OPEN,    OPEN,   above",
        "open,   full,          OPEN,    OPEN,   above",
        "open,   free,          OPEN,    OPEN,   own",
        "closed, nobody,        OPEN,    OPEN,   above",
        "open,   nobody,        BUSY,    BUSY,   above",
        "open,   full,          BUSY,    BUSY,   own",
        "open,   free,          BUSY,    OPEN,   own",
        "closed, nobody,        BUSY,    BUSY,   above",
        "open,   nobody,        AWAY,    AWAY,   own",
        "closed, nobody,        AWAY,    CLOSED, own",
        "open,   nobody,        CLOSED,  AWAY,   own",
        "open,   full,          CLOSED,  BUSY,   own",
    })
    void theBestTierCountsAndThenTheOwnHours(String hours, String room, String above, State state, String by) {
        List<Heard> heard = above.equals("nothing") ? List.of() : List.of(heard(ASK_NORTH, State.valueOf(above), null));
        ServiceStatus status = Tiers.ofPatrons(SERVICE).status(hours.equals("open") ? OPEN : CLOSED, room(room), heard);
        assertThat(status.state()).isEqualTo(state);
        assertThat(status.via()).isEqualTo(by.equals("own") ? List.of() : List.of(ASK_NORTH));
        assertThat(status.until()).isEqualTo(state == State.CLOSED ? AT_EIGHT : null);
    }

    @Test
    void closedIsUntilTheFirstTierOpens() {
        Tiers tiers = Tiers.ofPatrons(SERVICE);
        Instant atSeven = AT_EIGHT.minus(Duration.ofHours(1));
        assertThat(tiers.status(CLOSED, DutyRoster.EMPTY, List.of(heard(ASK_NORTH, State.CLOSED, atSeven))))
                .isEqualTo(new ServiceStatus(State.CLOSED, atSeven, List.of(ASK_NORTH)));
        assertThat(tiers.status(
                        CLOSED,
                        DutyRoster.EMPTY,
                        List.of(heard(ASK_NORTH, State.CLOSED, AT_EIGHT.plus(Duration.ofHours(1))))))
                .isEqualTo(new ServiceStatus(State.CLOSED, AT_EIGHT, List.of()));
        assertThat(tiers.status(
                        new Timetable.Standing(false, null),
                        DutyRoster.EMPTY,
                        List.of(heard(ASK_NORTH, State.CLOSED, atSeven))))
                .as("our own hours never open it")
                .isEqualTo(new ServiceStatus(State.CLOSED, atSeven, List.of(ASK_NORTH)));
    }

    @Test
    void whatIsHeardIsTakenForNothingIfItIsSaidByUsOrByTooManyOrByStrangers() {
        Tiers tiers = Tiers.ofPatrons(SERVICE);
        assertThat(tiers.status(OPEN, DutyRoster.EMPTY, List.of(heard(ASK_NORTH, State.OPEN, null, NORDIC))))
                .isEqualTo(new ServiceStatus(State.OPEN, null, List.of(ASK_NORTH, NORDIC)));
        assertThat(tiers.status(
                                OPEN,
                                DutyRoster.EMPTY,
                                List.of(heard(ASK_NORTH, State.OPEN, null, NORDIC, UPPSALA_DESK)))
                        .state())
                .isEqualTo(State.AWAY);
        Address[] eight =
                IntStream.range(0, 8).mapToObj(i -> NORDIC.withLocal("n" + i)).toArray(Address[]::new);
        assertThat(tiers.status(OPEN, DutyRoster.EMPTY, List.of(heard(ASK_NORTH, State.OPEN, null, eight)))
                        .state())
                .isEqualTo(State.AWAY);
        assertThat(tiers.status(OPEN, DutyRoster.EMPTY, List.of(heard(NORDIC, State.OPEN, null)))
                        .state())
                .isEqualTo(State.AWAY);
    }

    @Test
    void patronsAreServedByTheStepsAndOtherDesksByTheRoomAndTheParent() {
        assertThat(Tiers.ofPatrons(SERVICE)).isEqualTo(new Tiers(UPPSALA_DESK, true, List.of(ASK_NORTH)));
        assertThat(Tiers.ofDesks(SERVICE)).isEqualTo(new Tiers(UPPSALA_DESK, true, List.of(ASK_NORTH)));

        Service onlyElsewhere = stepping(new Step(NORDIC, Step.Keep.ALL, 30));
        assertThat(Tiers.ofPatrons(onlyElsewhere)).isEqualTo(new Tiers(UPPSALA_DESK, false, List.of(NORDIC)));
        assertThat(Tiers.ofPatrons(onlyElsewhere)
                        .status(OPEN, room("free"), List.of())
                        .state())
                .isEqualTo(State.AWAY);
        assertThat(Tiers.ofDesks(onlyElsewhere)).isEqualTo(new Tiers(UPPSALA_DESK, true, List.of(ASK_NORTH)));

        Service homeLast = stepping(new Step(NORDIC, Step.Keep.ALL, 30), new Step(UPPSALA_DESK, Step.Keep.ALL, 30));
        assertThat(Tiers.ofPatrons(homeLast)).isEqualTo(new Tiers(UPPSALA_DESK, true, List.of(NORDIC, ASK_NORTH)));
    }

    private static Service stepping(Step... steps) {
        ServicePlan none = ServicePlan.NONE;
        ServicePlan plan = new ServicePlan(
                none.descriptions(),
                none.welcomes(),
                none.aways(),
                none.asking(),
                none.staffing(),
                none.needs(),
                none.hours(),
                none.ring(),
                List.of(steps),
                false);
        return new Service(
                UPPSALA_DESK,
                SERVICE.names(),
                SERVICE.languages(),
                SERVICE.ownSeconds(),
                ASK_NORTH,
                SERVICE.parentSeconds(),
                SERVICE.ringSeconds(),
                null,
                plan);
    }

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList();
    }

    /** Services that are each other's parents in any way, in circles too; rooms fill and empty, and words cross. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterAStormEachServiceIsAsGoodAsTheBestRoomThatItReaches(long seed) {
        World world = new World(new Random(seed));
        world.storm();
        world.calm();
        world.judge(seed);
    }

    private static final class World {
        private static final int STORM_EVENTS = 200;
        private static final int CALM_MAX_EVENTS = 100_000;

        private final Random random;
        private final List<Tiers> all = new ArrayList<>();
        private final Map<Address, DutyRoster> rooms = new HashMap<>();
        private final Map<Address, ServiceStatus> said = new HashMap<>();
        private final Map<Address, Map<Address, Heard>> heard = new HashMap<>();
        private final Map<List<Address>, Queue<ServiceStatus>> links = new HashMap<>();

        World(Random random) {
            this.random = random;
            List<Address> names = IntStream.range(0, 2 + random.nextInt(6))
                    .mapToObj(i -> Address.parse("s" + i + "@ask.test"))
                    .toList();
            for (Address name : names) {
                List<Address> others = new ArrayList<>(names);
                others.remove(name);
                Collections.shuffle(others, random);
                all.add(new Tiers(name, true, others.subList(0, Math.min(others.size(), random.nextInt(3)))));
                rooms.put(name, DutyRoster.EMPTY);
                heard.put(name, new HashMap<>());
            }
            all.forEach(this::look);
        }

        private void look(Tiers one) {
            ServiceStatus now = one.status(
                    OPEN,
                    rooms.get(one.self()),
                    List.copyOf(heard.get(one.self()).values()));
            if (!now.equals(said.put(one.self(), now))) {
                all.stream()
                        .filter(child -> child.above().contains(one.self()))
                        .forEach(child -> links.computeIfAbsent(
                                        List.of(one.self(), child.self()), link -> new ArrayDeque<>())
                                .add(now));
            }
        }

        private boolean deliver() {
            List<List<Address>> waiting = links.keySet().stream()
                    .filter(link -> !links.get(link).isEmpty())
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
            if (waiting.isEmpty()) {
                return false;
            }
            List<Address> link = waiting.get(random.nextInt(waiting.size()));
            Address from = link.get(0);
            Address to = link.get(1);
            heard.get(to).put(from, new Heard(from, links.get(link).remove()));
            all.stream().filter(one -> one.self().equals(to)).forEach(this::look);
            return true;
        }

        void storm() {
            for (int i = 0; i < STORM_EVENTS; i++) {
                if (random.nextBoolean() || !deliver()) {
                    Tiers one = all.get(random.nextInt(all.size()));
                    rooms.put(
                            one.self(),
                            room(List.of("nobody", "nobody", "full", "free").get(random.nextInt(4))));
                    look(one);
                }
            }
        }

        void calm() {
            int events = 0;
            while (deliver()) {
                assertThat(++events).as("it comes to rest").isLessThan(CALM_MAX_EVENTS);
            }
        }

        void judge(long seed) {
            for (Tiers one : all) {
                State best = reached(one, new HashSet<>()).stream()
                        .map(tier -> new Tiers(tier, true, List.of())
                                .status(OPEN, rooms.get(tier), List.of())
                                .state())
                        .min(State::compareTo)
                        .orElseThrow();
                assertThat(said.get(one.self()).state())
                        .as("seed %d: %s of %s with %s", seed, one.self(), all, rooms)
                        .isEqualTo(best);
            }
        }

        private Set<Address> reached(Tiers from, Set<Address> seen) {
            if (seen.add(from.self())) {
                all.stream().filter(one -> from.above().contains(one.self())).forEach(one -> reached(one, seen));
            }
            return seen;
        }
    }
}
