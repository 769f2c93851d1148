package org.crossdesk.edge.xmpp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.competence.Review;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Recurrence;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.ServiceCheck;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.edge.scheme.Schemes;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.Supervision;
import org.jspecify.annotations.Nullable;

/** What the commands do: duty, services, profiles, counts, and what an operator does to a session. */
public final class DeskControl {
    private final DeskServer.Setup setup;
    private final Desk desk;
    private final Operators operators;
    private final OperatorBook operatorBook;
    private final ServiceBook serviceBook;
    private final DutyPosts posts;
    private final StaffRooms staffRooms;
    private final StatusBoard statuses;
    private final Forming forming;
    private final Shifts shifts;
    private final StaffingElsewhere elsewhere;
    private final Consents consents;
    private final Roles roles;
    private final ScheduledExecutorService duty;
    private final InstantSource clock;
    private final Schemes schemes;
    private final Finder finder;
    private final ProfileNode profileNode;
    private final Recurrence recurrence;
    private final Timetable timetable;
    private final Overseer overseer;
    private final ScriptBook scripts;
    private final Bookkeeping bookkeeping;
    private final Ratings ratings;

    DeskControl(
            DeskServer.Setup setup,
            Desk desk,
            Operators operators,
            OperatorBook operatorBook,
            ServiceBook serviceBook,
            DutyPosts posts,
            StaffRooms staffRooms,
            StatusBoard statuses,
            Forming forming,
            Shifts shifts,
            StaffingElsewhere elsewhere,
            Consents consents,
            Roles roles,
            ScheduledExecutorService duty,
            InstantSource clock,
            Schemes schemes,
            Finder finder,
            ProfileNode profileNode,
            Recurrence recurrence,
            Overseer overseer,
            Bookkeeping bookkeeping,
            ScriptBook scripts,
            Ratings ratings) {
        this.ratings = ratings;
        this.scripts = scripts;
        this.bookkeeping = bookkeeping;
        this.overseer = overseer;
        this.statuses = statuses;
        this.forming = forming;
        this.shifts = shifts;
        this.elsewhere = elsewhere;
        this.consents = consents;
        this.profileNode = profileNode;
        this.finder = finder;
        this.recurrence = recurrence;
        this.timetable = new Timetable(recurrence);
        this.clock = clock;
        this.schemes = schemes;
        this.setup = setup;
        this.desk = desk;
        this.operators = operators;
        this.operatorBook = operatorBook;
        this.serviceBook = serviceBook;
        this.posts = posts;
        this.staffRooms = staffRooms;
        this.roles = roles;
        this.duty = duty;
    }

    /** How patrons found their conversations. */
    public Ratings ratings() {
        return ratings;
    }

    /** The desk's domain. */
    public String deskDomain() {
        return setup.desk();
    }

    /** The operator with this account, if it is one. */
    public Optional<Directory.Operator> operator(Address account) {
        return Optional.ofNullable(operators.of(account.bare()));
    }

    /** Whether this account may set things up. */
    public boolean coordinator(Address account) {
        return roles.coordinator(account.bare()) && account.domain().equals(setup.library());
    }

    /** The services that an operator can be on duty for. */
    public List<Address> staffable(Directory.Operator operator) {
        return posts.admissions().known().stream()
                .filter(service -> consents.fits(operator.profile(), service))
                .toList();
    }

    /** Whether the library lets one more of its operators be on duty there. */
    public boolean hasPlace(Directory.Operator operator, Address service) {
        return posts.hasPlace(operator.handle(), service);
    }

    /** What services of other libraries have asked of this one, and what it answered. */
    public List<Consent> consents() {
        return consents.all();
    }

    /** A coordinator answers a service; completed with null, or with why not. */
    public CompletableFuture<@Nullable Refusal> consent(
            Address service, boolean given, Consent.Terms terms, Address by) {
        return elsewhere.answer(service, given, terms, by);
    }

    /** What the libraries that a service of ours asks have answered, a line each. */
    public List<String> staffing(Service service) {
        return forming.standings(service.address()).entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().inWords())
                .toList();
    }

    /** Whether the operator is on duty there. */
    public boolean onDuty(Directory.Operator operator, Address service) {
        return posts.isOnDuty(operator.handle(), service);
    }

    /** Whether the operator is on duty somewhere. */
    public boolean onDuty(Directory.Operator operator) {
        return posts.isOnDuty(operator.handle());
    }

    /** Puts an operator on duty through the desk, or takes them off. */
    public void duty(Directory.Operator operator, Address service, boolean on) {
        if (on) {
            posts.on(operator, service);
        } else {
            posts.off(operator, service);
            shifts.left(operator, service);
        }
    }

    /** An operator is on duty by their working hours at these services, from now on, and nowhere else. */
    public void shifts(Directory.Operator operator, List<Address> services) throws JournalException {
        operatorBook.save(List.of(operator.onShifts(services)));
    }

    /** An operator takes so many sessions at a time, from now on. */
    public void places(Directory.Operator operator, int sessions) throws JournalException {
        operatorBook.save(List.of(operator.taking(sessions)));
        duty.execute(() -> posts.restamp(operator.handle()));
    }

    /** Whether the operator takes a pause. */
    public boolean paused(Directory.Operator operator) {
        return posts.paused(operator.handle());
    }

    /** The operator takes a pause, or ends it. */
    public void pause(Directory.Operator operator, boolean pause) {
        posts.pause(operator.handle(), pause);
    }

    /** This desk's services. */
    public Collection<Service> services() {
        return serviceBook.all();
    }

    /** What is wrong with a service beside the others, before it is kept. */
    public List<String> faults(Service service) {
        List<String> faults = new ArrayList<>(
                new ServiceCheck(timetable, setup.sessions().ceiling()).faults(service, services(), now()));
        service.plan().staffing().libraries().stream()
                .filter(library -> !setup.members().contains(library) && !library.equals(setup.library()))
                .forEach(library -> faults.add(library + " is not in the member list of " + setup.library()
                        + ": add it to crossdesk.members first"));
        return List.copyOf(faults);
    }

    /** Reckons when services are open. */
    public Timetable timetable() {
        return timetable;
    }

    /** Knows the days of recurrence rules. */
    public Recurrence recurrence() {
        return recurrence;
    }

    /** Keeps a service, and opens its staff room: completed when that is open, with a refusal if it can't be. */
    public CompletableFuture<@Nullable Refusal> save(Service service) throws JournalException {
        serviceBook.save(service);
        statuses.changed(service.address());
        CompletableFuture<@Nullable Refusal> opened = staffRooms.open(service);
        posts.admissions().staff(service.address(), true);
        forming.form(service);
        return opened;
    }

    /** Gives a service up. Who talks by it goes on; its staff room is empty from now on. */
    public void close(Service service) throws JournalException {
        serviceBook.save(service.closing());
        posts.unstaff(service.address());
        forming.dissolve(service.address());
        staffRooms.close(service.address());
        statuses.changed(service.address());
    }

    /** Keeps operators as they are now; the rooms they are in hear of it. */
    public void saveAll(List<Directory.Operator> changed) throws JournalException {
        operatorBook.save(changed);
        duty.execute(() -> changed.forEach(operator -> posts.restamp(operator.handle())));
        changed.forEach(
                operator -> posts.admissions().reconsider(new Address(operator.account(), setup.library(), null)));
        shifts.look();
        elsewhere.peopleChanged();
        changed.forEach(profileNode::write);
    }

    /** An operator says what they know, and who may find them; others go on seeing what was confirmed. */
    public void propose(Directory.Operator operator, Profile said, UnaryOperator<Review> found)
            throws JournalException {
        operatorBook.save(List.of(operator.knowing(
                operator.profile(),
                operator.capacity(),
                found.apply(operator.review().proposing(said)))));
        operator(new Address(operator.account(), setup.library(), null)).ifPresent(profileNode::write);
    }

    /** A coordinator has looked over what these accounts say, or what stands of them: others see it from now on. */
    public void confirm(List<String> accounts, Address by) throws JournalException {
        saveAll(named(accounts)
                .map(operator -> operator.knowing(
                        Objects.requireNonNullElse(operator.review().proposed(), operator.profile()),
                        operator.capacity(),
                        operator.review().confirmed(now(), by.toString())))
                .toList());
    }

    /** What these accounts say is not confirmed, and forgotten. */
    public void sendBack(List<String> accounts) throws JournalException {
        operatorBook.save(named(accounts)
                .map(operator -> operator.knowing(
                        operator.profile(),
                        operator.capacity(),
                        operator.review().proposing(null)))
                .toList());
    }

    private Stream<Directory.Operator> named(List<String> accounts) {
        return operatorBook.all().stream().filter(operator -> accounts.contains(operator.account()));
    }

    /** Whether this account is an operator's. */
    public boolean operates(Address account) {
        return operators.operates(account);
    }

    /** Sessions at a time of an operator of whom nothing else is said. */
    public int capacityDefault() {
        return setup.capacity();
    }

    /** The schemes that subjects are taken from. */
    public Schemes schemes() {
        return schemes;
    }

    /** The search for who knows something. */
    public Finder finder() {
        return finder;
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }

    /** Every operator with a profile. */
    public List<Directory.Operator> operators() {
        return operatorBook.all();
    }

    /** What the ledger counts. */
    public CompletableFuture<Counts> counts() {
        return desk.counts();
    }

    /** Who is on duty at a service of ours. */
    public CompletableFuture<DutyRoster> roster(Address service) {
        return desk.onDuty(service);
    }

    /** What runs by this desk's services, as far as the home libraries show it. */
    public Overseer overseer() {
        return overseer;
    }

    /** What operators say often. */
    public ScriptBook scripts() {
        return scripts;
    }

    /** What happened at this desk's services. */
    public Bookkeeping bookkeeping() {
        return bookkeeping;
    }

    /** What waits at this desk's services, and what a coordinator does about it. */
    public Supervision supervision() {
        return desk.staff().supervision();
    }

    /** The sessions that wait for somebody of this library to answer them later. */
    public CompletableFuture<List<Session>> followUps() {
        return desk.talks().followUps();
    }

    /** An operator wants to answer one of them; they are rung for it. */
    public void takeFollowUp(Directory.Operator operator, SessionId session, Asker asker) {
        desk.followUpTaken(asker, session, new Address(null, setup.desk(), operator.handle()));
    }

    /** What an operator does to a session; the outcome is told by the session's contact. */
    public void act(Directory.Operator operator, SessionId session, Address client, OperatorAct act, Asker asker) {
        desk.operatorDid(operator.handle(), session, client, act, asker);
    }
}
