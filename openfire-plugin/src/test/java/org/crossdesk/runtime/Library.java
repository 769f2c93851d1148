package org.crossdesk.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.delivery.DeliveryPolicy;
import org.crossdesk.domain.delivery.OutboxMachine;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.routing.OpenQuestion;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.routing.RoomTalk;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.session.SessionPolicy;
import org.crossdesk.domain.statistics.Tally;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.EngagementPolicy;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.jspecify.annotations.Nullable;

/** One library's desk on a network: it may crash, and comes up again with what its journal holds. */
final class Library {
    static final SessionPolicy SESSION_POLICY = new SessionPolicy(1_000, 1_000, Duration.ofSeconds(5));
    static final EngagementPolicy ENGAGEMENT_POLICY =
            new EngagementPolicy("en", 1_000, 50, Duration.ofSeconds(5), Duration.ofSeconds(12));
    static final SessionMachine SESSIONS = new SessionMachine(SESSION_POLICY, Sample.PHRASES);
    static final EngagementMachine ENGAGEMENTS = new EngagementMachine(ENGAGEMENT_POLICY, Sample.PHRASES);
    static final OutboxMachine OUTBOXES = new OutboxMachine(DeliveryPolicy.of("uppsala.test"));
    static final RingMachine RINGS = new RingMachine(SubjectOrder.PLAIN, new RoomTalk(Sample.PHRASES, "en"));
    static final DeskLimits LIMITS = new DeskLimits(100, 20, 50, 10_000, 1_000, 1, 40);

    /** An operator of this library on duty at somebody's service. */
    private record Duty(Library host, Address service, String handle, int capacity) {}

    final MemoryJournal journal = new MemoryJournal();
    final FaultyDisk disk;
    private final PlantedBug bug;
    private final Network network;
    private final String domain;
    private final Map<Address, Service> services = new LinkedHashMap<>();
    private final Map<String, Directory.Operator> operators = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final DeskLimits limits;
    private final VirtualAlarms timers;
    private final DeskMail mail = new DeskMail(services, operators);
    private @Nullable Desk desk;
    private @Nullable NetworkOutlet outlet;
    private Consumer<Library> died = library -> {};
    private int life;
    private boolean turnDue;
    private boolean lastTurnWritten = true;
    private Consumer<Library> watcher = library -> {};

    Library(Network network, String domain) {
        this(network, domain, LIMITS);
    }

    Library(Network network, String domain, DeskLimits limits) {
        this(network, domain, limits, PlantedBug.NONE);
    }

    Library(Network network, String domain, DeskLimits limits, PlantedBug bug) {
        this.bug = bug;
        this.disk = new FaultyDisk(journal, bug.journal(journal), this);
        bug.disk(disk);
        this.network = network;
        this.timers = new VirtualAlarms(network.time, (key, alarm) -> desk().rang(key, alarm), this::turnSoon);
        this.domain = domain;
        this.limits = limits;
        network.join(this);
        start();
    }

    String deskDomain() {
        return "ask." + domain;
    }

    Address address() {
        return Address.ofDomain(deskDomain());
    }

    /** Sets up a service that asks its own staff room, and then {@code parent}. */
    Service offers(String name, int ownSeconds, @Nullable Address parent, int parentSeconds) {
        Service service = new Service(
                address().withLocal(name),
                Map.of("", name),
                List.of("sv"),
                ownSeconds,
                parent,
                parentSeconds,
                10,
                null);
        services.put(service.address(), service);
        return service;
    }

    OperatorClient operator(String handle, Profile profile, int capacity) {
        operators.put(handle, new Directory.Operator("account-" + handle, handle, profile, capacity));
        return new OperatorClient(network, this, handle, new Address("account-" + handle, domain, "client"));
    }

    /** An operator joins the staff room of a service, here or elsewhere. */
    void onDuty(String handle, Library host, Service service) {
        Duty duty =
                new Duty(host, service.address(), handle, operators.get(handle).capacity());
        duties.add(duty);
        present(duty, 0);
    }

    private void present(Duty duty, int load) {
        Profile profile = operators.get(duty.handle()).profile();
        Stamp stamp = new Stamp(duty.handle(), profile.ver(), load, duty.capacity());
        Address operator = address().withResource(duty.handle());
        OnDuty there = new OnDuty(operator, operator.toString(), stamp, profile, network.time.instant());
        network.time.in(Duration.ofMillis(5), () -> duty.host().roster(duty.service(), there));
    }

    private void roster(Address service, OnDuty there) {
        if (desk != null) {
            desk.staff().roster(service, roster -> roster.with(there));
            turnSoon();
        }
    }

    /** The desk comes up; whoever is on duty at its services is seen again. */
    void start() {
        int thisLife = ++life;
        note(() -> "starts");
        journal.startsAt(network.time.instant());
        outlet = new NetworkOutlet(network, this, thisLife);
        Desk started = new Desk(
                new Desk.Machines(
                        bug.sessions(SESSIONS),
                        bug.engagements(ENGAGEMENTS),
                        bug.outboxes(DeliveryPolicy.of(domain)),
                        RINGS),
                limits,
                new Desk.Ports(
                        disk,
                        outlet,
                        any -> new Timers(thisLife),
                        (handle, load) -> {
                            if (lives(thisLife)) {
                                loadChanged(handle, load);
                            }
                        },
                        Sample.PHRASES,
                        network.time,
                        network::name));
        try {
            started.startStepwise();
            desk = started;
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
        for (Library library : network.libraries()) {
            library.duties.stream().filter(duty -> duty.host() == this).forEach(duty -> library.present(duty, 0));
        }
        network.comesUp(this);
        turnSoon();
    }

    /** The desk is gone with everything it has not written. */
    void crash() {
        if (desk == null) {
            return;
        }
        note(() -> "dies");
        disk.powerFails();
        desk = null;
        life++;
        timers.clearAll();
        network.dies(this);
        turnDue = false;
        died.accept(this);
    }

    /** Whether this life is the present one. */
    boolean lives(int thisLife) {
        return thisLife == life && desk != null;
    }

    /** After a few more effects of this turn. */
    void diesAmidEffects() {
        NetworkOutlet now = outlet;
        if (now != null) {
            now.diesAfter(network.weather.random().nextInt(3));
        }
    }

    /** Hears of every death. */
    void whenItDies(Consumer<Library> hears) {
        died = hears;
    }

    /** A line for whoever reads what has happened. */
    void note(java.util.function.Supplier<String> what) {
        network.note(() -> domain + " " + what.get());
    }

    boolean up() {
        return desk != null;
    }

    /** The desk, which must be up. */
    Desk desk() {
        turnSoon();
        return Objects.requireNonNull(desk);
    }

    /** Whether the journal took the last turn: then nothing of it can have failed but by a bug. */
    boolean lastTurnWritten() {
        return lastTurnWritten;
    }

    /** What its clock says. */
    Instant now() {
        return network.time.instant();
    }

    /** Looks on after every turn. */
    void watchedBy(Consumer<Library> auditor) {
        watcher = auditor;
    }

    /** Everything the desk has let out. */
    List<Effect> effects() {
        return effects;
    }

    /** What the ledger counts. */
    long counted(String name) {
        var counts = desk().counts();
        network.time.pass(Duration.ofMillis(50));
        return counts.join().of(name);
    }

    /** What has happened at its services. */
    Map<String, Tally> tallied() {
        var unfiled = desk().unfiled();
        network.time.pass(Duration.ofMillis(50));
        Map<String, Tally> sums = new TreeMap<>();
        unfiled.join().forEach(one -> sums.merge(one.service().local() + " " + one.side(), one.tally(), Tally::plus));
        return sums;
    }

    /** One of its operators takes what has waited longest to be answered later. */
    void takesFollowUp(String handle) {
        if (desk == null) {
            return;
        }
        Desk asked = desk();
        asked.talks()
                .followUps()
                .thenAccept(waiting -> waiting.stream().findFirst().ifPresent(session -> {
                    Address operator = address().withResource(handle);
                    asked.followUpTaken(new Asker(operator, address(), "take", Asker.Form.IQ), session.id(), operator);
                }));
    }

    /** The coordinator assigns one of the questions that wait here to somebody on duty, or sends it up. */
    void supervises(Random chance) {
        if (desk == null) {
            return;
        }
        Desk asked = desk();
        Supervision supervision = asked.staff().supervision();
        supervision.waiting(services.keySet()).thenAccept(waiting -> {
            if (waiting.isEmpty()) {
                return;
            }
            OpenQuestion one = waiting.get(chance.nextInt(waiting.size()));
            Service service = services.get(one.service());
            List<String> nicks =
                    List.copyOf(asked.rosterNow(one.service()).byNick().keySet());
            if (!nicks.isEmpty() && chance.nextBoolean()) {
                supervision.assign(one.service(), one.number(), nicks.get(chance.nextInt(nicks.size())));
            } else {
                supervision.pullUp(one.service(), one.number(), service.parent());
            }
        });
        turnSoon();
    }

    private void turnSoon() {
        if (!turnDue && desk != null) {
            turnDue = true;
            int thisLife = life;
            network.time.in(Duration.ofMillis(network.weather.random().nextInt(4)), () -> turn(thisLife));
        }
    }

    private void turn(int thisLife) {
        if (thisLife == life && desk != null) {
            turnDue = false;
            int failures = disk.failures() + journal.failures();
            boolean turned = desk.turn();
            lastTurnWritten = disk.failures() + journal.failures() == failures;
            watcher.accept(this);
            if (turned) {
                turnSoon();
            }
        }
    }

    private void loadChanged(String handle, int load) {
        duties.stream().filter(duty -> duty.handle().equals(handle)).forEach(duty -> present(duty, load));
    }

    void answered(
            int askedIn, StateKey origin, Address by, Payload request, @Nullable Payload result, @Nullable Refusal no) {
        if (askedIn == life && desk != null) {
            desk.answered(origin, by, request, result, no);
            turnSoon();
        }
    }

    void receive(Asker asker, Payload payload) {
        if (desk == null) {
            return;
        }
        turnSoon();
        if (!mail.deliver(desk, asker, payload)) {
            network.refuse(asker, new Refusal(Condition.ITEM_NOT_FOUND, "nobody here"));
        }
    }

    /** Of one life: a machine that has died sets no timer, and hears of none. */
    private final class Timers implements Alarms {
        private final int ofLife;

        Timers(int ofLife) {
            this.ofLife = ofLife;
        }

        @Override
        public void set(StateKey key, Alarm alarm, Duration delay) {
            if (ofLife == life && bug.sets(alarm, key)) {
                timers.set(key, alarm, delay);
            }
        }

        @Override
        public void again(StateKey key, Alarm alarm) {
            set(key, alarm, Duration.ofSeconds(1));
        }

        @Override
        public void later(Runnable task) {
            timers.later(() -> {
                if (lives(ofLife)) {
                    task.run();
                }
            });
        }

        @Override
        public void clear(StateKey key) {
            timers.clear(key);
        }
    }
}
