package org.crossdesk.domain.session;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Play;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.transfer.TransferRequest;

/** One session at its home desk, and what people and desks do to it. */
final class Home {
    static final SessionId SESSION = Sample.session(7);
    static final SessionPolicy POLICY = new SessionPolicy(200, 1_000, Duration.ofSeconds(5));
    static final SessionMachine MACHINE = new SessionMachine(POLICY, Sample.PHRASES);

    final Play<Session, SessionEvent, SessionRecord> play;
    private final Service service;

    private Home(Play<Session, SessionEvent, SessionRecord> play, Service service) {
        this.service = service;
        this.play = play;
    }

    private Home(SessionMachine machine, Service service, SessionEvent.PatronSaid first) {
        this.service = service;
        this.play = new Play<>(machine, machine.open(SESSION, first, new Moment(Sample.START, Sample.token(100))));
    }

    /** A guest asks, and wants to be able to come back. */
    static Home askedByGuest() {
        return new Home(MACHINE, Sample.SERVICE, guest(Sample.GUEST, "inheritance?", "m0"));
    }

    /** ... and Shirin has it. */
    static Home ofGuestByShirin() {
        return askedByGuest().accepts(Sample.SHIRIN).acks(Sample.SHIRIN, 1, 3);
    }

    /** What a client says that wants to be able to come back. */
    static SessionEvent.PatronSaid guest(Address client, String body, String messageId) {
        return new SessionEvent.PatronSaid(
                Sample.SERVICE,
                client,
                body,
                Sample.asker(client, Sample.UPPSALA_DESK),
                messageId,
                messageId,
                "fa",
                Attached.NOTHING,
                false,
                new Resumable(null));
    }

    /** A client shows the token, and has lines up to this one. */
    Home comesBack(Address client, long after) {
        return happens(new SessionEvent.PatronResumed(Sample.asker(client, Sample.UPPSALA_DESK), after));
    }

    /** The desk is another one that has read the journal. */
    Home readAgain() {
        List<SessionRecord> kept =
                play.records().stream().filter(SessionRecord::kept).toList();
        return new Home(new Play<>(MACHINE, new Decision<>(kept, List.of(), List.of())), service);
    }

    /** A patron asks a desk that has this machine. */
    static Home asked(SessionMachine machine) {
        return new Home(machine, Sample.SERVICE, patron(Sample.SERVICE, Sample.PATRON, "inheritance?", "m0", "m0"));
    }

    /** ... and says something beside the question. */
    static Home asked(SessionMachine machine, Attached attached) {
        return new Home(
                machine,
                Sample.SERVICE,
                new SessionEvent.PatronSaid(
                        Sample.SERVICE,
                        Sample.PATRON,
                        "inheritance?",
                        Sample.asker(Sample.PATRON, Sample.UPPSALA_DESK),
                        "m0",
                        "m0",
                        "fa",
                        attached));
    }

    /** A patron asks in Persian; the session calls for somebody who reads that. */
    static Home asked() {
        return asked(Sample.SERVICE, "inheritance?");
    }

    static Home asked(Service service, String words) {
        return new Home(MACHINE, service, patron(service, Sample.PATRON, words, "m0", "m0"));
    }

    /** ... and Shirin has it, with everything that was said. */
    static Home ownedByShirin() {
        return asked().accepts(Sample.SHIRIN).acks(Sample.SHIRIN, 1, 3);
    }

    /** ... and wants to hand it to somebody who knows law. */
    static Home transferring() {
        return ownedByShirin().asksToHandOver(Sample.SHIRIN, 1, null);
    }

    /** ... and Aino has it now. */
    static Home ownedByAino() {
        return transferring().accepts(Sample.AINO);
    }

    /** ... or Shirin has closed it. */
    static Home closed() {
        return ownedByShirin().closes(Sample.SHIRIN, 1);
    }

    /** ... or has left it to herself to answer later. */
    static Home byMe() {
        return ownedByShirin().leaves(Resolution.FOLLOW_UP_BY_ME);
    }

    /** ... or to the home library. */
    static Home byHome() {
        return ownedByShirin().leaves(Resolution.FOLLOW_UP_BY_HOME_LIBRARY);
    }

    private Home leaves(Resolution resolution) {
        return fromDesk(Sample.SHIRIN, new CloseRequest(SESSION, 1, resolution, 4));
    }

    /** Nobody has answered, and the patron has gone. */
    static Home unanswered() {
        Home home = asked().happens(new SessionEvent.PatronLink(Sample.PATRON, false))
                .after(POLICY.grace());
        return home.happens(
                new SessionEvent.Rang(home.play.alarms(Alarm.Kind.GRACE).get(0)));
    }

    /** Somebody of the home library wants to answer it. */
    Home taken(Address operator) {
        return happens(new SessionEvent.FollowUpTaken(Sample.asker(Sample.PATRON, Sample.UPPSALA), operator));
    }

    Home followUpIsDue() {
        return happens(new SessionEvent.Rang(new Alarm(Alarm.Kind.FOLLOW_UP, "")));
    }

    private static SessionEvent.PatronSaid patron(
            Service service, Address client, String body, String messageId, String confirm) {
        return new SessionEvent.PatronSaid(
                service, client, body, Sample.asker(client, service.address()), messageId, confirm, "fa");
    }

    SessionEvent patron(Address client, String body, String messageId) {
        return patron(service, client, body, messageId, messageId);
    }

    Home patronSays(String body, String messageId) {
        return happens(patron(Sample.PATRON, body, messageId));
    }

    /** The operator accepts by the question that is open. */
    Home accepts(Address operator) {
        return accepts(operator, openQuestion());
    }

    Home accepts(Address operator, QuestionId question) {
        return fromDesk(operator, accept(operator, question));
    }

    static Accept accept(Address operator, QuestionId question) {
        return new Accept(SESSION, question, String.valueOf(operator.resource()));
    }

    Home says(Address operator, long epoch, long number, String body) {
        return fromDesk(operator, new Say(SESSION, epoch, number, Sample.START, body));
    }

    Home acks(Address operator, long epoch, long upTo) {
        return fromDesk(operator, new Ack(SESSION, epoch, upTo));
    }

    Home asksToHandOver(Address operator, long epoch, Address target) {
        Needs law = Sample.subject("law");
        return fromDesk(operator, new TransferRequest(SESSION, epoch, law, target, "needs a lawyer"));
    }

    Home givesBack(Address operator, long epoch) {
        return fromDesk(operator, new TransferRequest(SESSION, epoch, Needs.NONE, null, null, null, true));
    }

    /** The owner wants this operator beside them. */
    Home wants(Address operator, Role role) {
        Owner owner = state().owner();
        return fromDesk(
                owner.operator(), new TransferRequest(SESSION, owner.epoch(), Needs.NONE, operator, null, role, false));
    }

    /** Aino helps Shirin, and the patron sees nothing of it. */
    static Home consulting() {
        return ownedByShirin().wants(Sample.AINO, Role.CONSULTANT).accepts(Sample.AINO);
    }

    /** Aino talks with the patron beside Shirin. */
    static Home withColleague() {
        return ownedByShirin().wants(Sample.AINO, Role.COLLEAGUE).accepts(Sample.AINO);
    }

    /** Shirin's desk says that no client of hers is there. */
    static Home held() {
        return ownedByShirin().fromDesk(Sample.SHIRIN, new Absence(SESSION, 1, true));
    }

    /** The patron's last client has gone. */
    static Home patronGone() {
        return ownedByShirin().happens(new SessionEvent.PatronLink(Sample.PATRON, false));
    }

    /** Nobody has heard the patron in the grace time after the desk restarted. */
    Home unheard() {
        Alarm alarm = restarts().play.alarms(Alarm.Kind.GRACE).get(0);
        return after(POLICY.grace()).happens(new SessionEvent.Rang(alarm));
    }

    Home after(Duration time) {
        play.passes(time);
        return this;
    }

    Home keeps(Address operator, long epoch) {
        return fromDesk(operator, new TransferCancel(SESSION, epoch));
    }

    /** They have everything, and close. */
    Home closes(Address operator, long epoch) {
        return acks(operator, epoch, state().transcript().size()).closesUnread(operator, epoch);
    }

    Home closesUnread(Address operator, long epoch) {
        return fromDesk(operator, new CloseRequest(SESSION, epoch, Resolution.ANSWERED, 4));
    }

    Home fromDesk(Address operator, TransferPayload payload) {
        return happens(new SessionEvent.DeskSent(Sample.asker(operator, Sample.UPPSALA), payload));
    }

    /** The service that was asked last has nobody who fits. */
    Home findsNobody() {
        Question asked = askedOf();
        return answered(service(), asked, new Brokered(asked.call().question(), 0), null);
    }

    /** The service that was asked last has nobody who fits, and names the one above it. */
    Home findsNobodyButRollsUp(Address next, int seconds) {
        return brokered(0, null, new RollUp(next, seconds));
    }

    /** The service that was asked last has taken the question. */
    Home brokered(int candidates, Queue queue, RollUp next) {
        Question asked = askedOf();
        return answered(
                service(), asked, new Brokered(asked.call().question(), candidates, Prospect.NONE, queue, next), null);
    }

    /** The service that was asked last can't be reached. */
    Home reachesNobody() {
        return answered(service(), askedOf(), null, Refusal.Condition.REMOTE_SERVER_NOT_FOUND);
    }

    Home answered(Address by, Payload request, Payload result, Refusal.Condition refusal) {
        return happens(
                new SessionEvent.Answered(by, request, result, refusal == null ? null : new Refusal(refusal, "no")));
    }

    Home hearsThatNobodyIsLeft() {
        return happens(new SessionEvent.Exhausted(
                Sample.asker(service(), Sample.UPPSALA), new org.crossdesk.protocol.ask.Exhausted(openQuestion())));
    }

    /** A coordinator of the service that was asked last sends the question up. */
    Home isSentUp() {
        return happens(new SessionEvent.Exhausted(
                Sample.asker(service(), Sample.UPPSALA),
                new org.crossdesk.protocol.ask.Exhausted(openQuestion(), Prospect.NONE, true)));
    }

    Home stepIsOver() {
        return happens(
                new SessionEvent.Rang(new Alarm(Alarm.Kind.STEP, openQuestion().value())));
    }

    Home resendIsDue(long epoch) {
        return happens(new SessionEvent.Rang(new Alarm(Alarm.Kind.RESEND, Long.toString(epoch))));
    }

    Home restarts() {
        return happens(new SessionEvent.Restarted());
    }

    Home happens(SessionEvent event) {
        play.happens(event);
        return this;
    }

    /** The question by which the session calls. */
    QuestionId openQuestion() {
        return state().call().question();
    }

    /** What the service of the present step was asked. */
    Question askedOf() {
        return new Question(
                new Call(
                        openQuestion(),
                        SESSION,
                        Sample.UPPSALA,
                        state().call().transfer(),
                        Needs.NONE,
                        "x",
                        null,
                        List.of(),
                        null),
                1,
                List.of());
    }

    /** The service of the present step. */
    Address service() {
        return state().call().step().service();
    }

    Session state() {
        return play.state();
    }

    /** What was said so far, by whom. */
    List<String> transcript() {
        return state().transcript().lines().stream()
                .map(line -> line.speaker().name().charAt(0) + ": " + line.body())
                .toList();
    }

    /** Whom the last event made the desk tell that their time is over. */
    List<Address> released() {
        return play.effects(Effect.Ask.class)
                .filter(ask -> ask.payload() instanceof Released)
                .map(Effect.Ask::to)
                .toList();
    }
}
