package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.speaks;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Resolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patrons and operators talk while stanzas get lost, come twice, late and in any order, desks crash and disks fill up.
 * Then the network heals. Whatever the seed, the invariants of the design hold.
 */
class SimulationTest {
    private static final long SEEDS = 500;
    private static final Duration STORM = Duration.ofSeconds(120);
    private static final Duration CALM = Duration.ofMinutes(5);
    private static final int PATRON_LINES = 12;

    private final Network network;
    private final Random random;
    private final List<Library> libraries;
    private final List<OperatorClient> operators;
    private final List<PatronClient> patrons;
    private final Audit audit;
    private boolean storm = true;

    SimulationTest() {
        network = new Network(Weather.fair(0));
        random = network.weather.random();
        Library hub = new Library(network, "north.test");
        Library uppsala = new Library(network, "uppsala.test");
        Library tehran = new Library(network, "tehran.test");
        Library helsinki = new Library(network, "helsinki.test");
        libraries = List.of(hub, uppsala, tehran, helsinki);
        Service askNorth = hub.offers("ask-north", 15, null, 15);
        Service desk = uppsala.offers("desk", 5, askNorth.address(), 15);
        operators = List.of(
                tehran.operator("shirin", speaks("fa"), 3),
                tehran.operator("dara", speaks("fa"), 1),
                helsinki.operator("aino", speaks("fa"), 2));
        patrons = List.of(
                new PatronClient(network, uppsala, desk, Address.parse("mina@uppsala.test/mina")),
                new PatronClient(network, uppsala, desk, Address.parse("omid@uppsala.test/omid")));
        tehran.onDuty("shirin", hub, askNorth);
        tehran.onDuty("dara", hub, askNorth);
        helsinki.onDuty("aino", hub, askNorth);
        audit = new Audit(uppsala, patrons, operators);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theInvariantsHold(long seed) {
        random.setSeed(seed);
        libraries.forEach(library -> library.watchedBy(audit::watch));
        patrons.forEach(this::talks);
        operators.forEach(this::answers);
        network.weather.turnBad();
        libraries.forEach(library -> library.journal.failsWhen(() -> storm && random.nextDouble() < 0.05));
        misfortunes();
        network.time.pass(STORM);

        storm = false;
        network.weather.turnFair();
        network.mendAll();
        libraries.stream().filter(library -> !library.up()).forEach(Library::start);
        network.time.pass(CALM);

        audit.settle();
        countsAgree();
    }

    private void misfortunes() {
        network.time.in(upTo(10), () -> {
            if (!storm) {
                return;
            }
            Library one = any(libraries);
            if (random.nextInt(3) > 0) {
                crash(one);
            } else {
                network.cut(one, any(libraries));
                network.time.in(upTo(12), network::mendAll);
            }
            misfortunes();
        });
    }

    private void crash(Library library) {
        if (library.up()) {
            library.crash();
            network.time.in(upTo(8), () -> {
                if (!library.up()) {
                    library.start();
                }
            });
        }
    }

    private void talks(PatronClient patron) {
        for (int i = 0; i < PATRON_LINES; i++) {
            String body = patron.address().local() + " " + i;
            network.time.in(upTo(STORM.toSeconds()), () -> patron.writes(body));
        }
    }

    private void answers(OperatorClient operator) {
        operator.behaves(
                chat -> network.time.in(upTo(4), () -> {
                    int mood = random.nextInt(10);
                    if (mood == 0 && !chat.over() && chat.kept.isEmpty()) {
                        operator.does(chat.session, new OperatorAct.Decline());
                    } else if (mood > 1) {
                        says(operator, chat);
                    }
                }),
                chat -> network.time.in(upTo(4), () -> goesOn(operator, chat)));
    }

    private void goesOn(OperatorClient operator, OperatorClient.Chat chat) {
        if (chat.over()) {
            return;
        }
        switch (random.nextInt(12)) {
            case 0 -> operator.does(chat.session, new OperatorAct.HandOver(Needs.NONE, null, null));
            case 1 -> operator.does(chat.session, new OperatorAct.Keep());
            case 2 -> closesAtTimes(operator, chat);
            default -> says(operator, chat);
        }
        if (storm) {
            network.time.in(upTo(6), () -> goesOn(operator, chat));
        }
    }

    private void closesAtTimes(OperatorClient operator, OperatorClient.Chat chat) {
        if (random.nextBoolean()) {
            operator.does(chat.session, new OperatorAct.Close(Resolution.ANSWERED, 3));
        }
    }

    private int words;

    private void says(OperatorClient operator, OperatorClient.Chat chat) {
        if (!chat.over()) {
            operator.writes(chat.session, operator.operator().resource() + " word " + words++);
        }
    }

    private void countsAgree() {
        Library home = libraries.get(1);
        for (Library other : libraries.subList(2, 4)) {
            String name = other.deskDomain().substring("ask.".length());
            assertThat(other.counted("answered-for uppsala.test"))
                    .isEqualTo(home.counted("answered-by " + name)
                            + home.counted("transferred-to " + name)
                            - home.counted("taken-back-from " + name));
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Duration upTo(long seconds) {
        return Duration.ofMillis(1 + random.nextInt((int) seconds * 1_000));
    }
}
