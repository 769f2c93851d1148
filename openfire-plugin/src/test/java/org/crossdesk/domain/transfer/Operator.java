package org.crossdesk.domain.transfer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Play;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.TransferPayload;

/** Shirin's part in a session of Uppsala, at her desk in Tehran, and what she and other desks do to it. */
final class Operator {
    static final SessionId SESSION = Sample.session(7);
    static final Address ACCOUNT = Address.parse("s.ahmadi@tehran.test");
    static final Address PHONE = Address.parse("s.ahmadi@tehran.test/phone");
    static final EngagementPolicy POLICY =
            new EngagementPolicy("en", 1_000, 5, Duration.ofSeconds(5), Duration.ofSeconds(30));
    static final EngagementMachine MACHINE = new EngagementMachine(POLICY, Sample.PHRASES);
    static final Call CALL = new Call(
            Sample.question(1),
            SESSION,
            Sample.UPPSALA,
            false,
            Sample.language("fa"),
            "inheritance",
            "fa",
            List.of(),
            "No fees.");
    static final Offer OFFER = new Offer(CALL, Sample.ASK_NORTH, 20);

    final Play<Engagement, EngagementEvent, EngagementRecord> play = new Play<>(
            MACHINE,
            MACHINE.ring(
                    OFFER,
                    Sample.asker(Sample.ASK_NORTH, Sample.SHIRIN),
                    ACCOUNT,
                    new Moment(Sample.START, Sample.token(50))));

    static Operator ringing() {
        return new Operator();
    }

    /** Shirin has answered; Uppsala has yet to commit. */
    static Operator accepting() {
        return ringing().writes("salam", "m1");
    }

    /** She owns the session in epoch 1, and her words are on their way. */
    static Operator engaged() {
        return accepting().getsIt(1, 2);
    }

    /** The home desk has left it to her to answer later. */
    static Operator later() {
        return engaged().closesForLater().answered(closingForLater(), null, null);
    }

    Operator closesForLater() {
        return does(new OperatorAct.Close(Resolution.FOLLOW_UP_BY_ME, 4));
    }

    static CloseRequest closingForLater() {
        return new CloseRequest(SESSION, 1, Resolution.FOLLOW_UP_BY_ME, 4);
    }

    static Operator over() {
        return engaged().released(1, Released.Reason.CLOSED, 1);
    }

    Operator writes(String body, String messageId) {
        return happens(wrote(body, messageId));
    }

    static EngagementEvent wrote(String body, String messageId) {
        return new EngagementEvent.Wrote(
                PHONE, body, Sample.asker(PHONE, Address.parse("s-x@ask.tehran.test")), messageId, messageId);
    }

    Operator does(OperatorAct act) {
        return happens(new EngagementEvent.Did(PHONE, act));
    }

    Operator getsIt(long epoch, long lastSeq) {
        return answered(accept(), new Owned(SESSION, epoch, lastSeq), null);
    }

    static Accept accept() {
        return new Accept(SESSION, CALL.question(), "shirin");
    }

    Operator refusedTheAccept(Refusal.Condition condition) {
        return answered(accept(), null, condition);
    }

    Operator answered(Payload request, Payload result, Refusal.Condition refusal) {
        return happens(new EngagementEvent.Answered(
                Sample.UPPSALA, request, result, refusal == null ? null : new Refusal(refusal, "no")));
    }

    Operator relayed(long epoch, Utterance... lines) {
        return fromHome(new Relay(SESSION, epoch, Arrays.asList(lines)));
    }

    Operator released(long epoch, Released.Reason reason, long lastNumber) {
        return fromHome(new Released(SESSION, epoch, reason, lastNumber));
    }

    Operator fromHome(TransferPayload payload) {
        return happens(new EngagementEvent.HomeSent(home(), payload));
    }

    static Asker home() {
        return Sample.asker(Sample.UPPSALA, Sample.SHIRIN);
    }

    Operator retracted(long question) {
        return happens(new EngagementEvent.Retracted(
                Sample.asker(Sample.ASK_NORTH, Sample.SHIRIN), new Retract(Sample.question(question), "shirin")));
    }

    Operator rings(Alarm.Kind kind, String subject) {
        return happens(new EngagementEvent.Rang(new Alarm(kind, subject)));
    }

    Operator restarts() {
        return happens(new EngagementEvent.Restarted());
    }

    Operator happens(EngagementEvent event) {
        play.happens(event);
        return this;
    }

    Engagement state() {
        return play.state();
    }

    Phase phase() {
        return state().phase();
    }

    /** What the desk itself told her by the last event. */
    List<String> notes() {
        return play.effects(Effect.Tell.class)
                .filter(tell -> tell.payloads().stream().anyMatch(Note.class::isInstance))
                .map(Effect.Tell::body)
                .toList();
    }

    static Utterance patron(long seq, String body) {
        return new Utterance(seq, Sample.START, Speaker.PATRON, null, body);
    }

    static Utterance desk(long seq, String body) {
        return new Utterance(seq, Sample.START, Speaker.DESK, null, body);
    }

    static Utterance another(long seq, String body) {
        return new Utterance(seq, Sample.START, Speaker.OPERATOR, null, body);
    }

    static Utterance own(long seq, long number) {
        return new Utterance(seq, Sample.START, Speaker.OPERATOR, number, "");
    }
}
