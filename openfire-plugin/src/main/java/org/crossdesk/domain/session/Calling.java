package org.crossdesk.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Place;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/** How a session looks for an operator: step after step, each a question to a service. */
final class Calling {
    /** With less time left no further service is asked. */
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

    private final SessionPolicy policy;
    private final Phrases phrases;
    private final SubjectOrder order;

    Calling(SessionPolicy policy, Phrases phrases, SubjectOrder order) {
        this.order = order;
        this.policy = policy;
        this.phrases = phrases;
    }

    void start(
            Draft<Session, SessionRecord> draft,
            List<Step> steps,
            boolean transfer,
            Needs needs,
            String summary,
            @Nullable Address preferred,
            Moment moment) {
        OpenCall call = new OpenCall(
                new QuestionId(moment.token()),
                Step.taken(steps, needs, order),
                0,
                transfer,
                needs,
                summary,
                null,
                null);
        call(draft, transfer ? call : call.beginning(moment.now(), preferred), moment);
    }

    /** Calls one operator, or for a transfer. */
    void start(Draft<Session, SessionRecord> draft, OpenCall call, Moment moment) {
        call(draft, call.only() != null ? call : call.taking(order), moment);
    }

    /** What the asked service made of the question. */
    void answered(
            Draft<Session, SessionRecord> draft, Question question, SessionEvent.Answered answered, Moment moment) {
        OpenCall call = draft.state().call();
        if (call == null || !call.question().equals(question.call().question())) {
            return;
        }
        Refusal refusal = answered.refusal();
        if (answered.result() instanceof Brokered brokered && !brokered.first().isEmpty() && goesFirst(call)) {
            // It has not taken the question, so there is nothing to withdraw.
            call(draft, call.goingFirst(brokered.first()).at(new QuestionId(moment.token()), call.index()), moment);
            return;
        }
        if (answered.result() instanceof Brokered brokered) {
            rollsUp(draft, call, brokered);
            queues(draft, call, brokered, moment);
        }
        boolean nobody = answered.result() instanceof Brokered brokered && brokered.candidates() == 0;
        if (refusal != null || nobody) {
            Prospect prospect = answered.result() instanceof Brokered brokered ? brokered.prospect() : Prospect.NONE;
            // A service that does not know us, or is not there, can be reached; it has nobody for us.
            fruitless(draft, refusal != null && refusal.condition().passing(), prospect, moment);
        }
    }

    /** Whether the service may name groups to be asked first: it may do so once. */
    private static boolean goesFirst(OpenCall call) {
        return call.only() == null && !call.step().isPast();
    }

    /** The service that is asked now names the one above it. */
    private static void rollsUp(Draft<Session, SessionRecord> draft, OpenCall call, Brokered brokered) {
        RollUp next = brokered.next();
        OpenCall higher = next == null
                ? call
                : call.rollingUp(new Step(
                        next.service(),
                        call.step().keep(),
                        next.seconds(),
                        call.step().levels(),
                        null));
        if (!higher.equals(call)) {
            draft.record(new SessionRecord.Called(higher));
        }
    }

    /** The patron hears their place once, where they first have to wait behind others. */
    private void queues(Draft<Session, SessionRecord> draft, OpenCall call, Brokered brokered, Moment moment) {
        Queue queue = brokered.queue();
        boolean first =
                call.index() == 0 && call.since() != null && !draft.state().toldNobody();
        if (queue == null || queue.place() == 1 || !first) {
            return;
        }
        String language = draft.state().language();
        Integer wait = queue.waitSeconds();
        String text = wait == null
                ? phrases.say(Phrase.PATRON_QUEUE, language, queue.place() - 1)
                : phrases.say(Phrase.PATRON_QUEUE_AND_WAIT, language, queue.place() - 1, minutes(wait));
        Relaying.keepAndTell(draft, text, List.of(new Place(queue)), moment);
    }

    private static int minutes(int seconds) {
        return Math.max(1, Math.round(seconds / 60f));
    }

    /** The asked service has rung everybody who fits, or its coordinator wants the next one to be asked at once. */
    void exhausted(Draft<Session, SessionRecord> draft, Asker by, Exhausted exhausted, Moment moment) {
        OpenCall call = draft.state().call();
        if (call == null
                || !call.question().equals(exhausted.question())
                || !call.step().service().equals(by.from().bare())) {
            draft.effect(new Effect.Answer(by, null));
        } else if (!exhausted.up()) {
            draft.effect(new Effect.Answer(by, null));
            fruitless(draft, false, exhausted.prospect(), moment);
        } else if (call.transfer() || !further(draft, call, moment)) {
            String none = "there is no further step to take with this question";
            Ownership.refuse(draft, by, Condition.NOT_ACCEPTABLE, none);
        } else {
            draft.effect(new Effect.Answer(by, null));
            next(draft, exhausted.prospect(), TransferRefused.Reason.NOBODY_FITS, moment);
        }
    }

    /** Whether there is a next step, and time for it. */
    private boolean further(Draft<Session, SessionRecord> draft, OpenCall call, Moment moment) {
        return call.hasNext() && left(draft, call, moment).compareTo(SHORTEST_STEP) >= 0;
    }

    /** The time of the step is over. */
    void expired(Draft<Session, SessionRecord> draft, Moment moment) {
        next(draft, Prospect.NONE, TransferRefused.Reason.TIMEOUT, moment);
    }

    /** The call is no longer wanted. */
    void withdraw(Draft<Session, SessionRecord> draft, OpenCall call, Withdraw.Reason reason) {
        draft.effect(
                new Effect.Ask(draft.state().home(), call.step().service(), new Withdraw(call.question(), reason)));
    }

    void restart(Draft<Session, SessionRecord> draft, Moment moment) {
        Session state = draft.state();
        OpenCall call = state.call();
        if (call != null && call.transfer()) {
            withdraw(draft, call, Withdraw.Reason.CANCELLED);
            refuse(draft, call, TransferRefused.Reason.TIMEOUT);
        } else if (state.owner() == null && !state.closed() && state.followUp() == null) {
            String summary = call != null ? call.summary() : summary(state);
            if (call != null) {
                // Whoever rings by the old question could not take the session any more.
                withdraw(draft, call, Withdraw.Reason.EXPIRED);
            }
            start(draft, state.steps(), false, state.needs(), summary, call == null ? null : call.preferred(), moment);
        }
    }

    /** What the patron said first. */
    static String summary(Session state) {
        return state.transcript().from(1, Integer.MAX_VALUE).stream()
                .filter(line -> line.speaker() == Speaker.PATRON)
                .map(line -> SessionMachine.summary(line.body()))
                .findFirst()
                .orElse("…");
    }

    /** The transfer comes to nothing: the session stays where it is. */
    void refuse(Draft<Session, SessionRecord> draft, OpenCall call, TransferRefused.Reason reason) {
        draft.record(new SessionRecord.CallEnded(call.question()));
        Owner owner = draft.state().owner();
        // Whoever came unasked for has not been waited for.
        if (owner != null && call.by() == null) {
            Prospect prospect = call.prospect();
            Needs nearest = prospect == null ? null : prospect.nearest();
            boolean less =
                    reason != TransferRefused.Reason.CANCELLED && !call.needs().equals(nearest);
            tellOwner(draft, new NotTransferred(call.question(), owner.epoch(), reason, less ? nearest : null));
        }
    }

    /** The owner hears that a transfer has come to nothing: until their desk says that it knows. */
    static void tellOwner(Draft<Session, SessionRecord> draft, NotTransferred failure) {
        draft.record(new SessionRecord.TransferFailed(failure));
        tellAgain(draft);
    }

    /** Tells it once more, if it is not heard yet. */
    static void tellAgain(Draft<Session, SessionRecord> draft) {
        Session state = draft.state();
        Owner owner = state.owner();
        NotTransferred failure = state.untold();
        if (owner != null && failure != null) {
            draft.effect(new Effect.Ask(
                    state.home(),
                    owner.operator(),
                    new TransferRefused(
                            state.id(), failure.epoch(), failure.reason(), failure.question(), failure.nearest())));
            draft.effect(new Effect.Wake(
                    new Alarm(Alarm.Kind.RESEND, failure.question().value()), Ownership.RELEASE_RETRY));
        }
    }

    /** Their desk has answered; where it could not, the timer to tell it again is running. */
    static void told(Draft<Session, SessionRecord> draft, TransferRefused refused, @Nullable Refusal refusal) {
        NotTransferred failure = draft.state().untold();
        boolean heard = refusal == null || !refusal.condition().passing();
        if (heard && failure != null && failure.question().equals(refused.question())) {
            draft.record(new SessionRecord.FailureTold(refused.question()));
        }
    }

    /**
     * Nobody can be rung there now. The first time round the next step begins at once, so that the patron isn't kept
     * waiting for nobody; later the step runs its time, for somebody may come on duty.
     */
    private void fruitless(Draft<Session, SessionRecord> draft, boolean unreachable, Prospect prospect, Moment moment) {
        OpenCall call = draft.state().call();
        if (call != null && (call.transfer() || !draft.state().toldNobody())) {
            TransferRefused.Reason reason =
                    unreachable ? TransferRefused.Reason.UNREACHABLE : TransferRefused.Reason.NOBODY_FITS;
            next(draft, prospect, reason, moment);
        }
    }

    /** Why nobody came, from all that the services know. */
    private static TransferRefused.Reason reason(TransferRefused.Reason ofLastStep, Prospect prospect) {
        if (ofLastStep != TransferRefused.Reason.NOBODY_FITS) {
            return ofLastStep;
        }
        return prospect.declined() > 0
                ? TransferRefused.Reason.DECLINED
                : prospect.busy() > 0 ? TransferRefused.Reason.FULL : TransferRefused.Reason.NOBODY_FITS;
    }

    private void next(
            Draft<Session, SessionRecord> draft, Prospect prospect, TransferRefused.Reason reason, Moment moment) {
        OpenCall before = draft.state().call();
        if (before == null) {
            return;
        }
        OpenCall call = before.transfer() ? before.knowing(prospect) : before;
        withdraw(draft, call, Withdraw.Reason.EXPIRED);
        QuestionId fresh = new QuestionId(moment.token());
        if (further(draft, call, moment)) {
            call(draft, call.at(fresh, call.index() + 1), moment);
        } else if (call.transfer()) {
            refuse(draft, call, reason(reason, call.prospect() == null ? Prospect.NONE : call.prospect()));
        } else {
            if (!draft.state().toldNobody()) {
                boolean waited = left(draft, call, moment).compareTo(SHORTEST_STEP) < 0;
                draft.record(new SessionRecord.ToldNobody());
                String text = phrases.say(
                        waited ? Phrase.PATRON_NOBODY_CAME : Phrase.PATRON_NOBODY_ON_DUTY,
                        draft.state().language());
                Relaying.keepAndTell(draft, text, List.of(), moment);
            }
            call(draft, call.at(fresh, 0), moment);
        }
    }

    /** What is left of the time that all steps may take; without end where the patron knows that they wait. */
    private Duration left(Draft<Session, SessionRecord> draft, OpenCall call, Moment moment) {
        Instant since = call.since();
        return since == null || draft.state().toldNobody()
                ? Duration.ofSeconds(Bounds.EXPIRY_MAX_SECONDS)
                : Duration.between(moment.now(), since.plus(policy.ceiling()));
    }

    /** Who has it is not rung for it, nor, so that it goes in no circles, who has handed it over before. */
    private static List<Address> excluded(Session state, OpenCall call) {
        List<Address> excluded = new ArrayList<>();
        state.operators().forEach(one -> excluded.add(one.operator()));
        if (call.transfer() && call.role() == null && call.only() == null) {
            state.former().stream()
                    .filter(former -> former.reason() == Released.Reason.TRANSFERRED)
                    .forEach(former -> excluded.add(former.operator()));
        }
        return excluded.stream().distinct().limit(Bounds.EXCLUDED_MAX).toList();
    }

    private void call(Draft<Session, SessionRecord> draft, OpenCall call, Moment moment) {
        draft.record(new SessionRecord.Called(call));
        Session state = draft.state();
        Step step = call.step();
        int seconds = (int)
                Math.min(step.seconds(), Math.max(1, left(draft, call, moment).toSeconds()));
        Call told = new Call(
                call.question(),
                state.id(),
                state.home(),
                call.transfer(),
                step.relax(call.needs()),
                call.summary(),
                state.language(),
                state.hops(),
                state.policy(),
                call.role(),
                policy.othersSee() == Disclosure.ALL ? null : policy.othersSee());
        draft.effect(new Effect.Ask(
                state.home(),
                step.service(),
                new Question(
                        told,
                        seconds,
                        call.only(),
                        call.preferred(),
                        excluded(state, call),
                        step.ring(),
                        step.isPast())));
        draft.effect(new Effect.Wake(new Alarm(Alarm.Kind.STEP, call.question().value()), Duration.ofSeconds(seconds)));
    }
}
