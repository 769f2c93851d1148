package org.crossdesk.domain.session;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Joined;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.jspecify.annotations.Nullable;

/** How a session gets an owner, changes owner, and ends. */
final class Ownership {
    /** How long to wait before a release that nobody answered, or that could not be told, is told again. */
    static final Duration RELEASE_RETRY = Duration.ofSeconds(10);

    private final Phrases phrases;
    private final Calling calling;
    private final Relaying relaying;
    private final Beside beside;
    private final FollowingUp followingUp;

    Ownership(SessionPolicy policy, Phrases phrases, Calling calling, Relaying relaying) {
        this.beside = new Beside(phrases, calling, relaying, this);
        this.followingUp = new FollowingUp(policy, phrases, calling, relaying, this);
        this.phrases = phrases;
        this.calling = calling;
        this.relaying = relaying;
    }

    Beside beside() {
        return beside;
    }

    FollowingUp followingUp() {
        return followingUp;
    }

    /** Whoever shows the open question first gets the session; who shows it again gets the same answer. */
    void accepted(Draft<Session, SessionRecord> draft, Asker asker, Accept accept, Moment moment) {
        Session state = draft.state();
        Owner owner = state.owner();
        Owner known = state.operator(asker.from());
        if (!accept.handle().equals(asker.from().resource())) {
            refuse(draft, asker, Condition.FORBIDDEN, "an operator can be accepted for only by their own handle");
            return;
        }
        if (known != null && known.question().equals(accept.question())) {
            Role role = known.role();
            draft.effect(new Effect.Answer(
                    asker,
                    role == null
                            ? new Owned(state.id(), known.epoch(), known.since())
                            : new Joined(state.id(), known.epoch(), known.since(), role)));
            relaying.again(draft, known);
            return;
        }
        FormerOwner unheard = unheard(state, asker.from());
        if (unheard != null) {
            long since = state.transcript().size();
            draft.effect(new Effect.Answer(asker, new Owned(state.id(), unheard.epoch(), since)));
            return;
        }
        OpenCall call = state.call();
        if (call == null || !call.question().equals(accept.question())) {
            refuse(draft, asker, Condition.CONFLICT, "somebody else took this question, or it is no longer open");
            return;
        }
        if (call.role() != null && owner != null) {
            beside.joined(draft, asker, call, call.role(), moment);
            return;
        }
        boolean transfer = owner != null;
        if (known != null) {
            draft.record(new SessionRecord.Dropped(known.epoch()));
        }
        draft.record(new SessionRecord.OwnerChanged(
                asker.from(), accept.question(), draft.state().epoch() + 1));
        String library = LibraryDomain.of(asker.from());
        draft.entry(new LedgerEntry(
                        transfer ? LedgerEntry.Kind.TRANSFERRED_TO : LedgerEntry.Kind.ANSWERED_BY, library, null, null)
                .measured(transfer ? Measure.at(state.service(), moment.now()) : FirstAnswer.measure(state, moment)));
        draft.effect(new Effect.Answer(
                asker,
                new Owned(state.id(), draft.state().epoch(), state.transcript().size())));
        calling.withdraw(draft, call, Withdraw.Reason.TAKEN);
        Phrase joined = transfer ? Phrase.PATRON_SPECIALIST_JOINED : Phrase.PATRON_OPERATOR_JOINED;
        relaying.tellPatron(draft, phrases.say(joined, state.language(), library), List.of(), moment);
        Signing.presenceTo(draft, asker.from());
        tellFormerOwners(draft);
    }

    /** Whom the patron has left before their desk heard that they had the session: it hears that first. */
    private static @Nullable FormerOwner unheard(Session state, Address operator) {
        return state.former().stream()
                // One that has said something knows; their accept is of another question, and the numbers would not
                // match.
                .filter(former -> former.operator().equals(operator) && former.inDoubt())
                .findFirst()
                .orElse(null);
    }

    /** The owner wants to hand the session over. */
    void transferRequested(
            Draft<Session, SessionRecord> draft, Asker asker, Owner owner, TransferRequest request, Moment moment) {
        Session state = draft.state();
        if (state.call() != null) {
            refuse(draft, asker, Condition.CONFLICT, "a transfer of this session is under way: cancel it first");
            return;
        }
        Address target = request.back() ? before(state, owner) : request.target();
        Address only = target != null && target.resource() != null ? target : null;
        String not = request.role() != null && state.beside().size() >= SessionPolicy.BESIDE_MAX
                ? "there are as many operators in this session as there can be"
                : request.back() && target == null
                        ? "nobody owned this session before you"
                        : owner.operator().equals(only) ? "this session is yours already" : null;
        if (not != null) {
            refuse(draft, asker, Condition.NOT_ACCEPTABLE, not);
            return;
        }
        draft.effect(new Effect.Answer(asker, null));
        if (request.role() == null && state.hops().size() >= Bounds.HOPS_MAX) {
            Calling.tellOwner(
                    draft,
                    new NotTransferred(
                            new QuestionId(moment.token()), owner.epoch(), TransferRefused.Reason.TOO_MANY_HOPS, null));
            return;
        }
        Owner there = only == null ? null : state.operator(only);
        if (there != null) {
            // Their desk knows them by one part in a session at a time.
            draft.record(new SessionRecord.Dropped(there.epoch()));
            tellFormerOwners(draft);
        }
        // One operator is rung by the service that their desk takes part with: ours, or one that it rolls up to.
        List<Step> steps = target == null || only != null
                ? state.steps()
                : List.of(new Step(service(target), Step.Keep.ALL, Service.OWN_SECONDS_DEFAULT));
        String summary = request.summary();
        calling.start(
                draft,
                new OpenCall(
                        new QuestionId(moment.token()),
                        steps,
                        0,
                        true,
                        request.needs(),
                        summary != null ? summary : firstLine(state),
                        request.role(),
                        only),
                moment);
    }

    /** Who owned it before this owner. */
    private static @Nullable Address before(Session state, Owner owner) {
        Address before = null;
        for (FormerOwner former : state.former()) {
            if (former.owned() && !former.operator().equals(owner.operator())) {
                before = former.operator();
            }
        }
        return before;
    }

    /** Who names a whole desk means the service that every desk has. */
    private static Address service(Address target) {
        return target.local() == null ? target.bare().withLocal(Service.DESK) : target.bare();
    }

    private static String firstLine(Session state) {
        return SessionMachine.summary(state.transcript().from(1, 1).stream()
                .map(Line::body)
                .findFirst()
                .orElse(""));
    }

    void transferCancelled(Draft<Session, SessionRecord> draft, Asker asker) {
        draft.effect(new Effect.Answer(asker, null));
        OpenCall call = draft.state().call();
        if (call != null) {
            calling.withdraw(draft, call, Withdraw.Reason.CANCELLED);
            calling.refuse(draft, call, TransferRefused.Reason.CANCELLED);
        }
    }

    /** The owner ends the session. */
    void closed(Draft<Session, SessionRecord> draft, Asker asker, Owner owner, CloseRequest request, Moment moment) {
        Session state = draft.state();
        if (state.followUp() != null && request.resolution() == Resolution.FOLLOW_UP_BY_ME) {
            draft.effect(new Effect.Answer(asker, null));
            return;
        }
        if (saidSince(state, owner)) {
            refuse(draft, asker, Condition.CONFLICT, "the patron has written more: read it, and then close");
            return;
        }
        if (FollowingUp.wanted(request.resolution())) {
            followingUp.left(draft, asker, owner, request, moment);
            return;
        }
        withdraw(draft);
        Relaying.keepAndTell(draft, phrases.say(Phrase.PATRON_CLOSED, state.language()), List.of(new Closed()), moment);
        Tags tags = request.tags();
        draft.record(new SessionRecord.Closed(
                new Ending(moment.now(), request.resolution(), request.read(), tags.none() ? null : tags), null));
        draft.entry(new LedgerEntry(
                LedgerEntry.Kind.CLOSED,
                LibraryDomain.of(owner.operator()),
                request.resolution().name(),
                request.read()));
        draft.effect(new Effect.Answer(asker, null));
        tellFormerOwners(draft);
    }

    /** Whether the patron has said something that the owner's desk does not have yet. */
    private static boolean saidSince(Session state, Owner owner) {
        return state.transcript().from(owner.ackedUpTo() + 1, Integer.MAX_VALUE).stream()
                .anyMatch(line -> line.speaker() == Speaker.PATRON);
    }

    /** The patron has been gone for too long. */
    void patronLeft(Draft<Session, SessionRecord> draft, Moment moment) {
        patronCloses(draft, Phrase.PATRON_CLOSED, Resolution.LOST, moment);
    }

    /** The patron ends it. What an operator has said counts as an answer, except where one was still to come. */
    void patronFinished(Draft<Session, SessionRecord> draft, Moment moment) {
        Session state = draft.state();
        boolean answered = state.followUp() == null
                && state.transcript().lines().stream().anyMatch(line -> line.speaker() == Speaker.OPERATOR);
        patronCloses(draft, Phrase.PATRON_FINISHED, answered ? Resolution.ANSWERED : Resolution.LOST, moment);
    }

    private void patronCloses(Draft<Session, SessionRecord> draft, Phrase told, Resolution resolution, Moment moment) {
        Session state = draft.state();
        Owner owner = state.owner();
        withdraw(draft);
        Relaying.keepAndTell(draft, phrases.say(told, state.language()), List.of(new Closed()), moment);
        draft.record(new SessionRecord.Closed(new Ending(moment.now(), resolution, null), Released.Reason.PATRON_LEFT));
        draft.entry(new LedgerEntry(
                        LedgerEntry.Kind.CLOSED,
                        LibraryDomain.of(owner == null ? state.home() : owner.operator()),
                        resolution.name(),
                        null)
                .measured(FirstAnswer.none(state, moment)));
        tellFormerOwners(draft);
    }

    /** The owner has been away for too long: another is looked for. */
    void takeBack(Draft<Session, SessionRecord> draft, Owner owner, Moment moment) {
        withdraw(draft);
        draft.record(new SessionRecord.TakenBack(owner.epoch()));
        draft.entry(new LedgerEntry(LedgerEntry.Kind.TAKEN_BACK_FROM, LibraryDomain.of(owner.operator()), null, null));
        tellFormerOwners(draft);
        lookForAnother(draft, Phrase.PATRON_OPERATOR_LOST, moment);
    }

    private void withdraw(Draft<Session, SessionRecord> draft) {
        OpenCall call = draft.state().call();
        if (call != null) {
            calling.withdraw(draft, call, Withdraw.Reason.CANCELLED);
        }
    }

    private void lookForAnother(Draft<Session, SessionRecord> draft, Phrase told, Moment moment) {
        relaying.tellPatron(draft, phrases.say(told, draft.state().language()), List.of(), moment);
        calling.restart(draft, moment);
    }

    /**
     * The owner's desk says that it has no such session: it gave up waiting for the answer to its accept, or has lost
     * its journal. Nobody would ever answer; so another operator is looked for.
     */
    void relayRefused(Draft<Session, SessionRecord> draft, Relay relay, SessionEvent.Answered answered, Moment moment) {
        Owner owner = draft.state().operator(relay.epoch());
        Refusal refusal = answered.refusal();
        boolean unknown = refusal != null && refusal.condition() == Condition.ITEM_NOT_FOUND;
        FormerOwner former = draft.state().former(relay.epoch());
        if (unknown && former != null && former.inDoubt() && former.operator().equals(answered.by())) {
            // It never had the session, and does not count it; so neither do we.
            draft.record(new SessionRecord.OwnerLost(former.epoch()));
            draft.entry(
                    new LedgerEntry(LedgerEntry.Kind.TAKEN_BACK_FROM, LibraryDomain.of(former.operator()), null, null));
            return;
        }
        if (!unknown || owner == null || !owner.operator().equals(answered.by())) {
            return;
        }
        if (owner.role() != null) {
            draft.record(new SessionRecord.Dropped(owner.epoch()));
            draft.record(new SessionRecord.ReleaseTold(owner.epoch(), Released.Reason.DROPPED));
            return;
        }
        withdraw(draft);
        draft.record(new SessionRecord.OwnerLost(owner.epoch()));
        draft.entry(new LedgerEntry(LedgerEntry.Kind.TAKEN_BACK_FROM, LibraryDomain.of(owner.operator()), null, null));
        lookForAnother(draft, Phrase.PATRON_OPERATOR_LOST, moment);
    }

    /** The desk of a former owner shows that it knows of their part: now it can be told that this is over. */
    void known(Draft<Session, SessionRecord> draft, FormerOwner former) {
        draft.record(new SessionRecord.FormerHeard(former.epoch()));
        tellFormerOwners(draft);
    }

    /**
     * Tells every former owner's desk that has not heard it yet; again until its answer is here and kept. Where it is in
     * doubt if that desk knows of the session, the answer to a release would not show it, since who has been released
     * knows nothing of it any more either: so that desk is sent the session's first line before, which it keeps or refuses.
     */
    void tellFormerOwners(Draft<Session, SessionRecord> draft) {
        for (FormerOwner former : draft.state().former()) {
            if (former.inDoubt()) {
                relaying.ask(draft, former);
                draft.effect(
                        new Effect.Wake(new Alarm(Alarm.Kind.RESEND, Long.toString(former.epoch())), RELEASE_RETRY));
            } else if (!former.told()) {
                draft.effect(new Effect.Ask(
                        draft.state().home(),
                        former.operator(),
                        new Released(draft.state().id(), former.epoch(), former.reason(), former.lastNumber())));
                draft.effect(
                        new Effect.Wake(new Alarm(Alarm.Kind.RESEND, Long.toString(former.epoch())), RELEASE_RETRY));
            }
        }
    }

    /**
     * A desk that knows nothing of the session any more has nothing left to release. For one that could not answer,
     * the timer to tell it again is running.
     */
    void releaseAnswered(Draft<Session, SessionRecord> draft, Released released, @Nullable Refusal refusal) {
        if (refusal == null || !refusal.condition().passing()) {
            draft.record(new SessionRecord.ReleaseTold(released.epoch(), released.reason()));
        }
    }

    static void refuse(Draft<Session, SessionRecord> draft, Asker asker, Condition condition, String text) {
        draft.effect(new Effect.Refuse(asker, new Refusal(condition, text)));
    }
}
