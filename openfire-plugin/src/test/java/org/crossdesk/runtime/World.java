package org.crossdesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.speaks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;

/**
 * Patrons and operators talk while stanzas get lost, come twice, late and in any order, links are cut, one way or
 * both, disks fail and machines die at any boundary of a write. Then everything heals. Whatever the seed, the
 * invariants of the design hold.
 */
final class World {
    private static final Duration STORM = Duration.ofSeconds(90);
    private static final Duration DAWN = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofMinutes(5);
    private static final int PATRON_LINES = 10;
    /** One death in so many is for longer than a lease lasts. */
    private static final int NIGHTS = 8;

    /** A patron who might end it does so one time in so many. */
    private static final int ENDS = 6;

    private static final int LONG_NIGHT_SECONDS = 60;
    private static final double UNLUCKY_WRITE = 0.05;
    private static final Resolution[] HOW = {
        Resolution.ANSWERED,
        Resolution.ANSWERED,
        Resolution.ANSWERED,
        Resolution.FOLLOW_UP_BY_ME,
        Resolution.FOLLOW_UP_BY_HOME_LIBRARY
    };
    private static final FaultyDisk.Fate[] MISFORTUNES = {
        FaultyDisk.Fate.FAILS,
        FaultyDisk.Fate.FAILS,
        FaultyDisk.Fate.FAILS,
        FaultyDisk.Fate.DIES_BEFORE_APPEND,
        FaultyDisk.Fate.DIES_UNSYNCED_AND_LOST,
        FaultyDisk.Fate.DIES_UNSYNCED_AND_TORN,
        FaultyDisk.Fate.DIES_UNSYNCED_AND_KEPT,
        FaultyDisk.Fate.DIES_AFTER_SYNC,
        FaultyDisk.Fate.DIES_AMID_EFFECTS
    };

    private final Network network;
    private final Random random;
    private final List<Library> libraries;
    private final List<OperatorClient> operators;
    private final List<Audit.Patron> patrons;
    private final PatronClient mina;
    private final Audit audit;
    private boolean storm = true;
    private int words;

    private World(long seed, PlantedBug bug) {
        network = new Network(Weather.fair(seed));
        random = network.weather.random();
        Library hub = new Library(network, "north.test", Library.LIMITS, bug);
        Library uppsala = new Library(network, "uppsala.test", Library.LIMITS, bug);
        Library tehran = new Library(network, "tehran.test", Library.LIMITS, bug);
        Library helsinki = new Library(network, "helsinki.test", Library.LIMITS, bug);
        libraries = List.of(hub, uppsala, tehran, helsinki);
        Service askNorth = hub.offers("ask-north", 15, null, 15);
        Service desk = uppsala.offers("desk", 5, askNorth.address(), 15);
        operators = List.of(
                tehran.operator("shirin", speaks("fa"), 3),
                tehran.operator("dara", speaks("fa"), 1),
                helsinki.operator("aino", speaks("fa"), 2),
                uppsala.operator("lars", speaks("sv"), 2));
        mina = new PatronClient(network, uppsala, desk, Address.parse("mina@uppsala.test/mina"));
        patrons = List.of(mina, new GuestClient(network, uppsala, desk, "guest"));
        tehran.onDuty("shirin", hub, askNorth);
        tehran.onDuty("dara", hub, askNorth);
        helsinki.onDuty("aino", hub, askNorth);
        audit = new Audit(uppsala, patrons, operators);
        libraries.forEach(library -> library.watchedBy(audit::watch));
        // Everybody's client is connected, and has shown that it confirms what it gets.
        network.time.pass(DAWN);
    }

    /** Lives through a storm of this seed; throws an {@link AssertionError} where an invariant is broken. */
    static void storm(long seed, PlantedBug bug) {
        new World(seed, bug).storm();
    }

    /** As {@link #storm}, and tells what happened. */
    static List<String> traced(long seed, PlantedBug bug) {
        List<String> lines = new ArrayList<>();
        try {
            World world = new World(seed, bug);
            world.network.traces(lines);
            world.storm();
            lines.add("every invariant held");
        } catch (AssertionError | RuntimeException e) {
            lines.add("BROKEN: " + e.getMessage());
        }
        return lines;
    }

    /**
     * Lives through a short story in fair weather, in which one write of one library has this fate.
     *
     * @return whether there was such a write
     */
    static boolean story(long seed, int library, int write, FaultyDisk.Fate fate) {
        World world = new World(seed, PlantedBug.NONE);
        Library unlucky = world.libraries.get(library);
        unlucky.disk.fates(number -> number == write ? fate : FaultyDisk.Fate.WRITTEN);
        world.libraries.forEach(one -> one.whenItDies(world::comesUpSoon));
        world.patrons.forEach(world::talks);
        world.operators.forEach(world::answers);
        world.network.time.pass(STORM);
        world.calm();
        return unlucky.disk.writes() >= write;
    }

    private void storm() {
        libraries.forEach(library -> {
            library.whenItDies(this::comesUpSoon);
            library.disk.fates(write -> storm && random.nextDouble() < UNLUCKY_WRITE
                    ? MISFORTUNES[random.nextInt(MISFORTUNES.length)]
                    : FaultyDisk.Fate.WRITTEN);
        });
        patrons.forEach(this::talks);
        // A guest's page forgets what it has ended, and hears no more of it; the audit wants everybody to hear
        // everything.
        endsAtTimes(mina);
        operators.forEach(this::answers);
        takesWhatWaits();
        supervise();
        network.weather.turnBad();
        misfortunes();
        network.time.pass(STORM);
        calm();
    }

    private void calm() {
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
            switch (random.nextInt(4)) {
                case 0 -> one.crash();
                case 1 -> network.cutOneWay(one, any(libraries));
                default -> network.cut(one, any(libraries));
            }
            network.time.in(upTo(12), network::mendAll);
            misfortunes();
        });
    }

    private void comesUpSoon(Library library) {
        network.time.in(upTo(random.nextInt(NIGHTS) == 0 ? LONG_NIGHT_SECONDS : 8), () -> {
            if (!library.up()) {
                library.start();
            }
        });
    }

    private void talks(Audit.Patron patron) {
        for (int i = 0; i < PATRON_LINES; i++) {
            String body = patron.name() + " " + i;
            network.time.in(upTo(STORM.toSeconds()), () -> patron.writes(body));
        }
    }

    private void endsAtTimes(PatronClient patron) {
        network.time.in(upTo(20), () -> {
            if (!storm) {
                return;
            }
            if (random.nextInt(ENDS) == 0) {
                patron.ends();
            }
            endsAtTimes(patron);
        });
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
        switch (random.nextInt(17)) {
            case 0 -> operator.does(chat.session, new OperatorAct.HandOver(Needs.NONE, null, null));
            case 1 -> operator.does(chat.session, new OperatorAct.Keep());
            case 2 -> closesAtTimes(operator, chat);
            case 3 -> operator.does(chat.session, new OperatorAct.HandOver(Needs.NONE, null, null, null, true));
            case 4 -> wants(operator, chat, Role.CONSULTANT);
            case 5 -> wants(operator, chat, Role.COLLEAGUE);
            case 6 -> operator.does(chat.session, new OperatorAct.Leave());
            case 7 -> operator.does(chat.session, new OperatorAct.Drop(null));
            default -> says(operator, chat);
        }
        if (storm) {
            network.time.in(upTo(6), () -> goesOn(operator, chat));
        }
    }

    /** Somebody at the home library looks after what waits to be answered later. */
    private void takesWhatWaits() {
        network.time.in(upTo(10), () -> {
            libraries.get(1).takesFollowUp("lars");
            if (storm) {
                takesWhatWaits();
            }
        });
    }

    /** The coordinators of the hub and of the home library do something about what waits. */
    private void supervise() {
        network.time.in(upTo(10), () -> {
            any(libraries.subList(0, 2)).supervises(random);
            if (storm) {
                supervise();
            }
        });
    }

    private static void wants(OperatorClient operator, OperatorClient.Chat chat, Role role) {
        operator.does(chat.session, new OperatorAct.HandOver(Needs.NONE, null, null, role, false));
    }

    private void closesAtTimes(OperatorClient operator, OperatorClient.Chat chat) {
        if (random.nextBoolean()) {
            operator.does(chat.session, new OperatorAct.Close(HOW[random.nextInt(HOW.length)], 3));
        }
    }

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
