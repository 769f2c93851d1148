package org.crossdesk.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.delivery.OutboxEvent;
import org.crossdesk.domain.delivery.OutboxMachine;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.ledger.Counts;
import org.crossdesk.domain.routing.RingEvent;
import org.crossdesk.domain.routing.RingMachine;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.statistics.Tallied;
import org.crossdesk.domain.transfer.Engagement;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.domain.transfer.EngagementMachine;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door in: everything that happens at a library's desk comes here, from any thread, and is decided in order by
 * the loop's. It is sessions at home here, this desk's operators' engagements, and questions at its services; which of
 * them an element is for, its kind and its address tell.
 */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** What takes up, after a start, a state that was read from the journal. */
    private static final Alarm RESTART = new Alarm(Alarm.Kind.RESTART, "");

    private final Sessions sessions;
    private final Engagements engagements;
    private final Questions questions;
    private final Outboxes outboxes;
    private final States states;
    private final Rosters rosters = new Rosters();
    private final SessionMachine sessionMachine;
    private final EngagementMachine engagementMachine;
    private final OutboxMachine outboxMachine;
    private final RingMachine ringMachine;
    private final DeskLimits limits;
    private final Journal journal;
    private final Outlet outlet;
    private final Alarms alarms;
    private final Phrases phrases;
    private final Loop loop;
    private final TurnWriter writer;
    private final Indoors indoors;
    private final Links links;
    private final Signs signs;
    private final Patrons patrons;
    private final Staff staff;
    private final Talks talks;

    /** What a desk needs of the outside. */
    public record Ports(
            Journal journal,
            Outlet outlet,
            Function<Desk, Alarms> alarms,
            LoadWatch loadWatch,
            Phrases phrases,
            InstantSource clock,
            Supplier<String> tokens) {}

    /** The door for what people do beside talking. */
    public Signs signs() {
        return signs;
    }

    /** The door for what happens in staff rooms. */
    public Staff staff() {
        return staff;
    }

    /** The door for who asks which sessions there are. */
    public Talks talks() {
        return talks;
    }

    private Alarms alarms() {
        return alarms;
    }

    /** What decides. */
    public record Machines(
            SessionMachine sessions, EngagementMachine engagements, OutboxMachine outboxes, RingMachine rings) {}

    /** A desk that is not started yet. */
    public Desk(Machines machines, DeskLimits limits, Ports ports) {
        this.sessionMachine = machines.sessions();
        this.engagementMachine = machines.engagements();
        this.outboxMachine = machines.outboxes();
        this.ringMachine = machines.rings();
        this.limits = limits;
        this.journal = ports.journal();
        this.outlet = ports.outlet();
        this.phrases = ports.phrases();
        this.sessions = new Sessions(sessionMachine);
        this.engagements = new Engagements(engagementMachine);
        this.questions = new Questions(ringMachine);
        this.outboxes = new Outboxes(machines.outboxes(), this::linkInDoubt);
        this.states = new States(sessions, engagements, questions, outboxes);
        this.indoors = new Indoors(sessions, engagements);
        this.writer = new TurnWriter(
                states, journal, outlet, this::alarms, ports.loadWatch(), limits.checkpointRecords(), indoors);
        this.loop = new Loop(limits, ports.clock(), ports.tokens(), writer);
        this.alarms = ports.alarms().apply(this);
        this.links = new Links(loop, alarms);
        this.signs = new Signs(loop, sessions, engagements);
        this.patrons = new Patrons(loop, sessions, sessionMachine, limits, phrases, this::carryOut);
        this.talks = new Talks(loop, sessions);
        this.staff = new Staff(loop, rosters, questions, ringMachine, sessions, sessionMachine);
    }

    /** Takes up what the journal holds, and starts. */
    public void start() throws JournalException {
        takeUp(loop::start);
    }

    /** Takes up what the journal holds; {@link #turn} then does what the loop's thread would. For simulations. */
    void startStepwise() throws JournalException {
        takeUp(() -> {});
    }

    /** Makes one turn of what waits; false if nothing does. */
    boolean turn() {
        return loop.turn();
    }

    private void takeUp(Runnable startLoop) throws JournalException {
        journal.replay(new Replay(states, writer), Sessions.CLOSED_TALKS_MAX);
        states.replayed();
        List<StateKey> takenUp = states.keys();
        startLoop.run();
        // Like alarms: one that finds no room now, or is not written, goes off again.
        takenUp.forEach(key -> rang(key, RESTART));
    }

    /** Stops after what is already here. Idempotent. */
    public void stop() throws InterruptedException {
        loop.stop();
    }

    /** A patron wrote to a service. */
    public void patronSaid(SessionEvent.PatronSaid said) {
        patrons.said(said);
    }

    /** A patron's client wants to go on with a conversation, from another address or beside it. */
    public void patronResumed(Asker asker, Resume resume) {
        submit(asker, asker.from().bare().toString(), turn -> patrons.resumed(asker, resume, turn));
    }

    /** A patron's client ends a conversation. */
    public void patronFinished(Asker asker, Finish finish) {
        submit(asker, asker.from().bare().toString(), turn -> patrons.finished(asker, finish, turn));
    }

    /** A home desk asks one of our services for an operator. */
    public void asked(Asker asker, Question question, Service service) {
        submit(asker, turn -> questions.ask(question, asker, service, limits, rosters.of(service.address()), turn));
    }

    /** An operator's desk declines a question at one of our services. */
    public void declined(Asker asker, Decline decline) {
        submit(
                asker,
                turn -> ringEvent(
                        asker, decline.question(), roster -> new RingEvent.Declined(asker, decline, roster), turn));
    }

    /** A home desk withdraws a question at one of our services. */
    public void withdrawn(Asker asker, Withdraw withdraw) {
        submit(asker, turn -> {
            var question = questions.get(withdraw.question().value());
            if (question != null && question.question().call().home().equals(asker.from())) {
                questions.withdrawn(question, withdraw, turn);
                rosters.answered(question.service(), questions.answeredLately(question.service(), turn.now()));
            }
            ringEvent(asker, withdraw.question(), roster -> new RingEvent.Withdrawn(asker, withdraw, roster), turn);
        });
    }

    private void ringEvent(Asker asker, QuestionId question, Function<DutyRoster, RingEvent> event, Turn turn) {
        if (!ringHappens(question.value(), event, turn)) {
            turn.refuse(asker, Condition.ITEM_NOT_FOUND, "no such question is open here");
        }
    }

    private boolean ringHappens(String id, Function<DutyRoster, RingEvent> event, Turn turn) {
        var state = questions.get(id);
        return state != null && questions.happen(id, event.apply(rosters.of(state.service())), turn);
    }

    /** A service, ours or another's, has nobody left to ring for a session of ours. */
    public void exhausted(Asker asker, Exhausted exhausted) {
        submit(asker, turn -> {
            String session = sessions.calling(exhausted.question());
            if (session == null) {
                turn.refuse(asker, Condition.ITEM_NOT_FOUND, "no session calls by this question");
            } else {
                sessions.happen(session, new SessionEvent.Exhausted(asker, exhausted), turn);
            }
        });
    }

    /**
     * A service rings one of our operators.
     *
     * @param sessionsMax to how many of its sessions at a time the library agreed; 0: to as many as come
     */
    public void offered(Asker asker, Offer offer, Directory.Operator operator, int sessionsMax) {
        String id = Engagements.id(offer.call().session(), operator.handle());
        Address account = new Address(operator.account(), LibraryDomain.of(asker.to()), null);
        submit(asker, turn -> {
            Engagement known = engagements.get(id);
            if (known != null && offer.claimed() && known.ringsFor(offer.call().question(), offer.service())) {
                turn.cause(new Effect.Answer(asker, null));
                engagements.happen(id, new EngagementEvent.Did(account, new OperatorAct.Take()), turn);
            } else if (known != null) {
                turn.refuse(asker, Condition.CONFLICT, "this operator has this session already");
            } else if (engagements.reserved(operator.handle()) >= operator.places()) {
                turn.refuse(
                        asker, Condition.RESOURCE_CONSTRAINT, "this operator has as many sessions as they can take");
            } else if (sessionsMax > 0 && engagements.reservedFor(offer.service()) >= sessionsMax) {
                turn.refuse(
                        asker,
                        Condition.RESOURCE_CONSTRAINT,
                        "this library has as many sessions of the service as it agreed to");
            } else {
                engagements.begin(
                        id,
                        engagementMachine.ring(offer, asker, account, engagements.saidBefore(id), turn.moment()),
                        turn);
            }
        });
    }

    /** A service stops ringing one of our operators. */
    public void retracted(Asker asker, Retract retract) {
        submit(asker, turn -> {
            for (var engagement : engagements.all().entrySet()) {
                if (engagement.getValue().call().question().equals(retract.question())
                        && engagement.getValue().operator().equals(asker.to())
                        && engagement.getValue().service().equals(asker.from())) {
                    engagements.happen(engagement.getKey(), new EngagementEvent.Retracted(asker, retract), turn);
                    return;
                }
            }
            turn.refuse(asker, Condition.ITEM_NOT_FOUND, "nobody rings here for this question");
        });
    }

    /** Another desk sends something of a session: to us as its home, or to one of our operators. */
    public void fromDesk(Asker asker, TransferPayload payload) {
        // Bounded for each session of each desk, so that a talkative one leaves room for the others.
        submit(asker, asker.from().domain() + " " + payload.session(), turn -> {
            if (!indoors.deliver(asker, payload, turn)) {
                turn.refuse(asker, Condition.ITEM_NOT_FOUND, "this desk has no such session");
            }
        });
    }

    /** One of our operators wrote for the patron. */
    public void operatorWrote(String handle, SessionId session, EngagementEvent.Wrote wrote) {
        operator(handle, session, wrote, wrote.asker());
    }

    /** One of our operators did something else to a session; {@code asker} is told where there is none. */
    public void operatorDid(String handle, SessionId session, Address client, OperatorAct act, Asker asker) {
        operator(handle, session, new EngagementEvent.Did(client, act), asker);
    }

    private void operator(String handle, SessionId session, EngagementEvent event, Asker asker) {
        submit(asker, turn -> {
            if (!engagements.happen(Engagements.id(session, handle), event, turn)) {
                turn.refuse(asker, Condition.ITEM_NOT_FOUND, phrases.say(Phrase.OPERATOR_SESSION_OVER, null));
            }
        });
    }

    /** A client of a person confirms the message of this id. */
    public void confirmed(Address client, String id) {
        submit(
                "receipts " + client.bare(),
                turn -> outboxes.confirmed(
                        client,
                        id,
                        outboxMachine.elsewhere(client) && sessions.of(client).isEmpty(),
                        turn));
    }

    /** A client of a person has connected, and can be told things. */
    public void clientCame(Address client) {
        links.happened(client, turn -> {
            outboxes.happen(Outboxes.id(client), new OutboxEvent.Came(client), turn);
            patronLink(client, true, turn);
        });
    }

    /** A client of a person has gone; {@code last} where no other is there. */
    public void clientGone(Address client, boolean last) {
        links.happened(client, turn -> {
            outboxes.happen(Outboxes.id(client), new OutboxEvent.Gone(last), turn);
            if (last) {
                patronLink(client, false, turn);
            }
        });
    }

    private void carryOut(Effect effect) {
        effect.accept(new Carrier(outlet, alarms, Turn.NOBODY));
    }

    private boolean linkInDoubt(Address person) {
        return links.inDoubt(person);
    }

    private void patronLink(Address client, boolean there, Turn turn) {
        sessions.of(client).forEach(id -> sessions.happen(id, new SessionEvent.PatronLink(client, there), turn));
    }

    /** No client of one of our operators has been there for a while, or one is there again. */
    public void operatorLink(Address account, boolean there) {
        submit(
                "link " + account,
                turn -> engagements.all().forEach((id, engagement) -> {
                    if (engagement.account().equals(account)) {
                        engagements.happen(id, new EngagementEvent.Link(there), turn);
                    }
                }));
    }

    /** What came of {@link Outlet#ask}. */
    public void answered(
            StateKey origin, Address by, Payload request, @Nullable Payload result, @Nullable Refusal refusal) {
        submit(origin.id(), turn -> {
            switch (origin.kind()) {
                case SESSION ->
                    sessions.happen(origin.id(), new SessionEvent.Answered(by, request, result, refusal), turn);
                case ENGAGEMENT ->
                    engagements.happen(origin.id(), new EngagementEvent.Answered(by, request, result, refusal), turn);
                case QUESTION ->
                    ringHappens(origin.id(), roster -> new RingEvent.Answered(by, request, refusal, roster), turn);
                case OUTBOX, LEDGER -> throw new IllegalArgumentException("these ask nothing");
            }
        });
    }

    /** An alarm went off. One that can't be heard now goes off again: nothing else would wake its state. */
    public void rang(StateKey key, Alarm alarm) {
        Runnable again = () -> alarms.again(key, alarm);
        boolean heard = loop.submit(
                key.id(),
                turn -> {
                    switch (key.kind()) {
                        case SESSION ->
                            sessions.happen(
                                    key.id(),
                                    alarm.equals(RESTART) ? new SessionEvent.Restarted() : new SessionEvent.Rang(alarm),
                                    turn);
                        case ENGAGEMENT ->
                            engagements.happen(
                                    key.id(),
                                    alarm.equals(RESTART)
                                            ? new EngagementEvent.Restarted()
                                            : new EngagementEvent.Rang(alarm),
                                    turn);
                        case QUESTION -> ringHappens(key.id(), roster -> new RingEvent.Rang(alarm, roster), turn);
                        case OUTBOX ->
                            outboxes.happen(
                                    key.id(),
                                    alarm.equals(RESTART) ? new OutboxEvent.Restarted() : new OutboxEvent.Rang(alarm),
                                    turn);
                        case LEDGER -> throw new IllegalArgumentException("the ledger sets no alarm");
                    }
                },
                again);
        if (!heard) {
            again.run();
        }
    }

    /** One of our operators wants to answer what waits to be answered later. */
    public void followUpTaken(Asker asker, SessionId session, Address operator) {
        submit(asker, turn -> {
            if (!sessions.happen(session.value(), new SessionEvent.FollowUpTaken(asker, operator), turn)) {
                turn.refuse(asker, Condition.ITEM_NOT_FOUND, "this question is answered already");
            }
        });
    }

    /** The parts that this operator has in sessions, and those that are over a moment ago. */
    public CompletableFuture<List<Engagement>> engagements(String handle) {
        return loop.ask(() -> engagements.all().values().stream()
                .filter(one -> one.handle().equals(handle))
                .toList());
    }

    /** How often what has happened, as of now. */
    public CompletableFuture<Counts> counts() {
        return loop.ask(writer::counts);
    }

    /** What happened at our services, as far as it is not filed. */
    public CompletableFuture<List<Tallied>> unfiled() {
        return loop.ask(() -> writer.statistics().standing().tallies());
    }

    /** What happened at our services in half hours that were over before this moment, and is not filed. */
    public CompletableFuture<List<Tallied>> toFile(Instant before) {
        return loop.ask(() -> writer.statistics().over(before));
    }

    /** These are filed, and need not be kept here any longer. */
    public void filed(List<Tallied> tallies) {
        submit("statistics", turn -> writer.statistics().filed(tallies));
    }

    /** Who is on duty at one of our services. */
    public CompletableFuture<DutyRoster> onDuty(Address service) {
        return loop.ask(() -> rosters.of(service));
    }

    /** Who is on duty there at this moment; for simulations, where no loop runs. */
    DutyRoster rosterNow(Address service) {
        return rosters.of(service);
    }

    /** Deletes the transcripts of sessions that ended more than {@code retention} ago. */
    public void forgetEnded(Duration retention) {
        submit("retention", turn -> {
            Instant before = turn.now().minus(retention);
            writer.checkpointSoon();
            try {
                journal.forgetEndedBefore(before);
            } catch (JournalException e) {
                throw new IllegalStateException("transcripts past their retention could not be deleted", e);
            }
        });
    }

    private void submit(Asker asker, Consumer<Turn> action) {
        submit(asker, asker.from().toString(), action);
    }

    private void submit(Asker asker, String source, Consumer<Turn> action) {
        Runnable failed = () -> refuse(asker, Condition.INTERNAL_SERVER_ERROR, "the desk could not keep this");
        if (!loop.submit(source, action, failed)) {
            refuse(asker, Condition.RESOURCE_CONSTRAINT, "the desk is too busy");
        }
    }

    private void submit(String source, Consumer<Turn> action) {
        loop.submit(source, action, () -> {});
    }

    private void refuse(Asker asker, Condition condition, String text) {
        outlet.refuse(new Effect.Refuse(asker, new Refusal(condition, text)));
    }
}
