package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.delivery.DeliveryPolicy;
import org.crossdesk.domain.delivery.OutboxMachine;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.routing.RoomTalk;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.domain.service.Recurrence;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.session.SessionPolicy;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.EngagementPolicy;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.crossdesk.edge.scheme.Schemes;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.DeskLimits;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.FileShelf;
import org.crossdesk.runtime.Journal;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.LoadWatch;
import org.crossdesk.runtime.ProfileShelf;
import org.crossdesk.runtime.RatingShelf;
import org.crossdesk.runtime.ScheduledAlarms;
import org.crossdesk.runtime.SessionShelf;
import org.crossdesk.runtime.StatisticsShelf;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.component.Component;
import org.xmpp.packet.IQ;

/** One library's desk, whole: wires the doors, the desk behind them, and the threads, and stops them in reverse. */
public final class DeskServer {
    /** So many domains may hang at a time before others wait for them: the server's links to others block. */
    private static final int SENDERS_MAX = 64;

    /** So many wait for the database at a time: nobody's talk waits for them. */
    private static final int STORING_MAX = 2;

    private static final Duration RETENTION_ROUND = Duration.ofHours(6);
    /** An operator who has no client for so long is away. */
    private static final Duration ABSENCE = Duration.ofMinutes(1);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);

    /** What the server around a desk gives it. */
    public record Surroundings(
            Journal journal,
            Directory directory,
            ProfileShelf profiles,
            StatisticsShelf statistics,
            SessionShelf ended,
            FileShelf files,
            RatingShelf ratings,
            Router router,
            Clients clients,
            Roles roles,
            Phrases phrases,
            Schemes schemes,
            InstantSource clock,
            Supplier<String> tokens) {}

    /**
     * How a desk is set up.
     *
     * @param library the library's domain
     * @param desk the desk's domain
     * @param rooms the domain of the server's rooms
     * @param name the library's name
     * @param language what the desk speaks where nobody says otherwise
     * @param members domains of the libraries whose desks may ask ours
     * @param staffs services of other desks that our operators staff
     * @param consent what other services of members that ask to be staffed are answered
     * @param reception what services ask of patrons beside the talk, and take from them
     * @param sent the address under which files that were sent are reached, with a slash at its end
     * @param showsOperators whether other libraries may search among our operators
     * @param find how long a search waits for the answers of other libraries
     */
    public record Setup(
            String library,
            String desk,
            String rooms,
            String name,
            String language,
            Set<String> members,
            List<Address> staffs,
            Consent.Rule consent,
            DeskLimits limits,
            SessionPolicy sessions,
            EngagementPolicy engagements,
            int capacity,
            int roomPingSeconds,
            int peerStanzasPerSecond,
            Reception reception,
            String sent,
            boolean showsOperators,
            Duration find,
            Duration requestPatience,
            Duration retention,
            Duration statistics) {}

    private final Setup setup;
    private final ScheduledExecutorService duty;
    private final ExecutorService senders;
    private final ExecutorService storing;
    private final OperatorBook operatorBook;
    private final ServiceBook serviceBook;
    private final Operators operators;
    private final Desk desk;
    private final StanzaOutlet outlet;
    private final StaffRooms staffRooms;
    private final StatusBoard statuses;
    private final StatusWords words;
    private final Attentions attentions;
    private final Consoles consoles;
    private final Consents consents;
    private final Forming forming;
    private final Shifts shifts;
    private final StaffingElsewhere elsewhere;
    private final DutyPosts posts;
    private final Requests requests;
    private final ScriptBook scriptBook;
    private final ScriptDoor scripts;
    private final Surroundings around;
    private final DeskControl control;
    private final DiscoDoor disco;
    private final Finder finder;
    private final ProfileNode profileNode;
    private final Bookkeeping bookkeeping;
    private final Ratings ratings;
    private final Recurrence recurrence = new RecurrenceRules();

    /** A desk that is not started. */
    public DeskServer(Setup setup, Surroundings around) {
        this.setup = setup;
        this.around = around;
        this.duty = Threads.one("crossdesk-duty");
        this.storing = Threads.upTo(STORING_MAX, "crossdesk-storing");
        this.senders = Threads.upTo(SENDERS_MAX, "crossdesk-sender");
        Address ownDesk = Address.ofDomain(setup.desk());
        Members members = new Members(setup.desk(), setup.members());
        operatorBook = new OperatorBook(around.directory());
        serviceBook = new ServiceBook(around.directory());
        scriptBook = new ScriptBook(around.directory(), around.tokens());
        operators = new Operators(setup.library(), around.roles(), operatorBook, around.tokens(), setup.capacity());
        Lanes lanes = new Lanes(senders);
        requests = new Requests(
                duty,
                setup.requestPatience(),
                around.tokens(),
                iq -> lanes.send(iq.getTo().getDomain(), () -> around.router().route(iq)));
        LateAnswers later = new LateAnswers(members, setup.rooms());
        Names names = new Names(serviceBook, setup.name(), around.phrases(), setup.language());
        consoles = new Consoles(
                setup.library(),
                ownDesk,
                around.clients()::connected,
                serviceBook,
                around.phrases(),
                setup.language(),
                around.clock());
        outlet = new StanzaOutlet(
                around.router(), lanes, requests, later, consoles, around.clients()::prompt, names, around.tokens());
        attentions = new Attentions(later::attentionChanged, outlet::tell, around.phrases(), setup.language());
        consents = new Consents(
                around.directory(),
                serviceBook,
                setup.staffs(),
                setup.consent(),
                operatorBook,
                around.schemes(),
                new Timetable(recurrence),
                around.clock());
        posts = new DutyPosts(
                duty,
                requests,
                outlet::route,
                ownDesk,
                operatorBook,
                consents,
                attentions,
                around.phrases(),
                setup.language());
        later.bind(posts, attentions);
        desk = new Desk(
                new Desk.Machines(
                        new SessionMachine(setup.sessions(), around.phrases(), around.schemes()),
                        new EngagementMachine(setup.engagements(), around.phrases()),
                        new OutboxMachine(DeliveryPolicy.of(setup.library())),
                        new RingMachine(around.schemes(), new RoomTalk(around.phrases(), setup.language()))),
                setup.limits(),
                new Desk.Ports(
                        around.journal(),
                        outlet,
                        made -> new ScheduledAlarms(duty, made::rang),
                        (LoadWatch) posts,
                        around.phrases(),
                        around.clock(),
                        around.tokens()));
        later.bind(desk);
        consoles.bind(new Consoles.Bound(desk, outlet, requests, posts, operators::of));
        staffRooms = new StaffRooms(
                duty,
                requests,
                outlet::route,
                members,
                operatorBook,
                desk,
                around.schemes(),
                around.clock(),
                setup.rooms(),
                around.profiles());
        shifts = new Shifts(
                duty,
                operatorBook,
                posts,
                operator -> around.clients().anyConnected(new Address(operator.account(), setup.library(), null)),
                around.clock());
        forming = new Forming(duty, requests, members, staffRooms);
        elsewhere = new StaffingElsewhere(
                duty,
                consents,
                posts,
                requests,
                outlet,
                ownDesk,
                around.roles()::coordinators,
                around.phrases(),
                setup.language());
        Timetable timetable = new Timetable(recurrence);
        words = new StatusWords(around.phrases(), setup.language());
        statuses = new StatusBoard(
                duty,
                outlet::route,
                members,
                serviceBook,
                timetable,
                around.clock(),
                words,
                Duration.ofSeconds(setup.roomPingSeconds()));
        desk.staff().watchedBy(statuses);
        finder = new Finder(
                members,
                operatorBook,
                operator -> around.roles().operator(new Address(operator.account(), setup.library(), null)),
                posts::isOnDuty,
                operator -> posts.stamp(operator).load(),
                around.schemes(),
                requests,
                around.clock(),
                setup.showsOperators(),
                setup.find());
        disco = new DiscoDoor(serviceBook, setup.reception(), statuses, staffRooms, names, timetable, around.clock());
        profileNode = new ProfileNode(setup.library(), around.router(), lanes, around.tokens(), duty, operators::of);
        bookkeeping = new Bookkeeping(desk, around.statistics(), duty, around.clock(), setup.statistics());
        ratings = new Ratings(
                setup.reception().survey(), around.ratings(), desk.talks(), storing, outlet, around.clock());
        control = new DeskControl(
                setup,
                desk,
                operators,
                operatorBook,
                serviceBook,
                posts,
                staffRooms,
                statuses,
                forming,
                shifts,
                elsewhere,
                consents,
                around.roles(),
                duty,
                around.clock(),
                around.schemes(),
                finder,
                profileNode,
                recurrence,
                new Overseer(members, requests, setup.find()),
                bookkeeping,
                scriptBook,
                ratings);
        scripts = new ScriptDoor(
                scriptBook,
                ownDesk,
                operators::of,
                control::coordinator,
                serviceBook,
                control::staffable,
                requests,
                outlet,
                setup.find(),
                around.clock());
    }

    /** What is shown of its services before anybody connects. */
    public Entrance entrance() {
        return new Entrance(Address.ofDomain(setup.desk()), serviceBook, setup.reception(), statuses, words);
    }

    /** What commands may do to this desk. */
    public DeskControl control() {
        return control;
    }

    /** The component to register; {@code commands} answers what is a command, and nothing else. */
    public Component component(Function<IQ, @Nullable IQ> commands) {
        return new DeskComponent(
                setup.name(),
                new DeskComponent.Doors(
                        new PatronDoor(
                                serviceBook,
                                desk,
                                outlet,
                                new Members(setup.desk(), setup.members()),
                                statuses,
                                setup.reception().form(),
                                around.clock()),
                        new OperatorDoor(
                                desk,
                                outlet,
                                operators::of,
                                around.phrases(),
                                setup.language(),
                                around.schemes().reader(),
                                attentions),
                        new PeerDoor(
                                new Members(setup.desk(), setup.members()),
                                serviceBook,
                                operators::byHandle,
                                staffRooms,
                                posts,
                                desk,
                                outlet,
                                new InboundRate(setup.peerStanzasPerSecond(), around.clock()),
                                finder,
                                forming,
                                elsewhere,
                                consents,
                                scripts,
                                new LookBackDoor(
                                        desk.talks(),
                                        around.ended(),
                                        setup.sessions().othersSee(),
                                        storing,
                                        outlet)),
                        consoles,
                        scripts,
                        new UploadDoor(
                                new UploadDoor.Place(setup.reception().files(), around.files(), setup.sent()),
                                desk,
                                operators::of,
                                outlet),
                        ratings,
                        disco,
                        new SearchDoor(
                                finder,
                                around.schemes().reader(),
                                account -> operators.operates(account)
                                        || (around.roles().coordinator(account)
                                                && account.domain().equals(setup.library())),
                                outlet::route),
                        commands,
                        staffRooms,
                        statuses,
                        posts,
                        requests,
                        desk::confirmed),
                outlet);
    }

    /** The interceptors to register. */
    public List<PacketInterceptor> interceptors() {
        return List.of(presenceStamp(), profileNode);
    }

    private PacketInterceptor presenceStamp() {
        return new PresenceStamp(
                setup.library(),
                posts,
                operators::of,
                account -> {
                    posts.admissions().online(account);
                    profileNode.online(account);
                },
                shifts::left);
    }

    /** A client of an account here has gone. */
    public void clientGone(Address client) {
        boolean last = !around.clients().anyConnected(client.bare());
        consoles.gone(client);
        posts.clientGone(client, last);
        desk.clientGone(client, last);
        if (last) {
            if (!duty.isShutdown()) {
                duty.schedule(() -> absent(client.bare()), ABSENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private void absent(Address account) {
        if (!around.clients().anyConnected(account)) {
            desk.operatorLink(account, false);
        }
    }

    /** A client of an account here has come. */
    public void clientCame(Address client) {
        desk.clientCame(client);
        desk.operatorLink(client.bare(), true);
    }

    /** Reads what is kept, so that the component can be registered and then {@link #open} called. */
    public void start() throws JournalException {
        operatorBook.load();
        serviceBook.load(Service.initial(Address.ofDomain(setup.desk()).withLocal(Service.DESK), setup.name()));
        consents.load();
        scriptBook.load();
        desk.start();
    }

    /** Opens the staff rooms, once the component is registered. */
    public void open() {
        // A plugin that is reloaded finds clients that are there.
        around.clients().all().forEach(desk::clientCame);
        staffRooms.start();
        statuses.start();
        posts.start(setup.roomPingSeconds());
        forming.start();
        shifts.start();
        bookkeeping.start();
        serviceBook.all().stream().filter(service -> !service.plan().closed()).forEach(service -> {
            var unused = staffRooms.open(service);
            posts.admissions().staff(service.address(), false);
            forming.form(service);
        });
        consents.staffed().forEach(service -> posts.admissions().staff(service, false));
        duty.scheduleWithFixedDelay(
                () -> {
                    desk.forgetEnded(setup.retention());
                    ratings.forget(setup.retention(), setup.statistics());
                    around.files().forgetBefore(around.clock().instant().minus(setup.retention()));
                },
                RETENTION_ROUND.toMinutes(),
                RETENTION_ROUND.toMinutes(),
                TimeUnit.MINUTES);
    }

    /** Leaves the rooms and stops every thread. Idempotent. */
    public void stop() {
        try {
            if (!duty.isShutdown()) {
                duty.submit(() -> {
                            posts.leaveAll();
                            staffRooms.leave();
                            statuses.leave();
                        })
                        .get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            desk.stop();
            duty.shutdownNow();
            senders.shutdown();
            if (!senders.awaitTermination(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("senders.stop.slow");
                senders.shutdownNow();
            }
            storing.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("stop.incomplete", e);
            duty.shutdownNow();
            senders.shutdownNow();
            storing.shutdownNow();
        }
    }
}
