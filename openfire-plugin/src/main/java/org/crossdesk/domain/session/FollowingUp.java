package org.crossdesk.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Released;
import org.jspecify.annotations.Nullable;

/** How a question that is not answered now is answered later. Session Transfer, section "Following Up". */
final class FollowingUp {
    private final SessionPolicy policy;
    private final Phrases phrases;
    private final Calling calling;
    private final Relaying relaying;
    private final Ownership ownership;

    FollowingUp(SessionPolicy policy, Phrases phrases, Calling calling, Relaying relaying, Ownership ownership) {
        this.policy = policy;
        this.phrases = phrases;
        this.calling = calling;
        this.relaying = relaying;
        this.ownership = ownership;
    }

    /** Whether a session that is closed so is not over. */
    static boolean wanted(Resolution resolution) {
        return switch (resolution) {
            case FOLLOW_UP_BY_ME, FOLLOW_UP_BY_HOME_LIBRARY -> true;
            case ANSWERED, LOST, PRACTICE -> false;
        };
    }

    /** The owner leaves the answer for later: to themselves, and then they keep the session, or to the home library. */
    void left(Draft<Session, SessionRecord> draft, Asker asker, Owner owner, CloseRequest request, Moment moment) {
        Tags tags = request.tags();
        begin(
                draft,
                LibraryDomain.of(owner.operator()),
                new FollowUp(moment.now(), request.resolution(), request.read(), tags.none() ? null : tags),
                null,
                Phrase.PATRON_FOLLOW_UP,
                moment);
        draft.effect(new Effect.Answer(asker, null));
    }

    /** Nobody has answered, and the patron has gone or wants no longer to wait: the question is kept for them. */
    void unanswered(Draft<Session, SessionRecord> draft, Phrase told, Moment moment) {
        String home = LibraryDomain.of(draft.state().home());
        begin(draft, home, new FollowUp(moment.now(), null, null), null, told, moment);
    }

    private void begin(
            Draft<Session, SessionRecord> draft,
            String library,
            FollowUp followUp,
            Released.@Nullable Reason reason,
            Phrase told,
            Moment moment) {
        Session state = draft.state();
        OpenCall call = state.call();
        if (call != null) {
            calling.withdraw(draft, call, Withdraw.Reason.CANCELLED);
        }
        boolean already = state.followUp() != null;
        draft.record(new SessionRecord.FollowUpBegan(followUp, reason));
        if (!already) {
            draft.entry(new LedgerEntry(
                            LedgerEntry.Kind.FOLLOW_UP,
                            library,
                            followUp.resolution() == null
                                    ? null
                                    : followUp.resolution().name(),
                            followUp.read())
                    .measured(FirstAnswer.none(state, moment)));
            relaying.tellPatron(draft, phrases.say(told, state.language()), List.of(), moment);
        }
        wake(draft, policy.followUp());
        ownership.tellFormerOwners(draft);
    }

    /**
     * The patron has written to it. Soon after somebody has talked with them that is an addition, or thanks; later they
     * are there again, and want an answer now.
     */
    void patronWrote(Draft<Session, SessionRecord> draft, Moment moment) {
        FollowUp followUp = draft.state().followUp();
        if (followUp == null) {
            return;
        }
        boolean addition = followUp.resolution() != null
                && followUp.since().plus(policy.additions()).isAfter(moment.now());
        if (addition) {
            return;
        }
        OpenCall call = draft.state().call();
        if (call != null) {
            // Whoever is asked to take it is rung once more, with the others.
            calling.withdraw(draft, call, Withdraw.Reason.CANCELLED);
        }
        draft.record(new SessionRecord.FollowUpEnded());
        ownership.tellFormerOwners(draft);
        relaying.tellPatron(
                draft, phrases.say(Phrase.PATRON_LOOKING_AGAIN, draft.state().language()), List.of(), moment);
        calling.restart(draft, moment);
    }

    /** Somebody of the home library takes it: they are rung, and nobody else. */
    void taken(Draft<Session, SessionRecord> draft, Asker asker, Address operator, Moment moment) {
        Session state = draft.state();
        if (state.followUp() == null || state.owner() != null) {
            Ownership.refuse(draft, asker, Condition.CONFLICT, "this question does not wait for somebody to take it");
        } else if (state.call() != null) {
            Ownership.refuse(draft, asker, Condition.CONFLICT, "somebody is about to take this question");
        } else {
            calling.start(
                    draft,
                    new OpenCall(
                            new QuestionId(moment.token()),
                            state.steps().subList(0, 1),
                            0,
                            true,
                            state.needs(),
                            Calling.summary(state),
                            null,
                            operator),
                    moment);
        }
    }

    /** Nobody has answered for as long as it may take; or there is no room for more of them. */
    void due(Draft<Session, SessionRecord> draft, boolean noRoom, Moment moment) {
        Session state = draft.state();
        FollowUp followUp = state.followUp();
        if (followUp == null || state.closed()) {
            return;
        }
        Instant end = followUp.since().plus(policy.followUp());
        Owner owner = state.owner();
        if (!noRoom && end.isAfter(moment.now())) {
            wake(draft, Duration.between(moment.now(), end));
        } else if (owner != null) {
            // They have not done it; somebody of the home library has as much time again.
            begin(
                    draft,
                    LibraryDomain.of(owner.operator()),
                    new FollowUp(moment.now(), Resolution.FOLLOW_UP_BY_HOME_LIBRARY, followUp.read(), followUp.tags()),
                    Released.Reason.TAKEN_BACK,
                    Phrase.PATRON_FOLLOW_UP,
                    moment);
        } else {
            giveUp(draft, state, moment);
        }
    }

    private void giveUp(Draft<Session, SessionRecord> draft, Session state, Moment moment) {
        OpenCall call = state.call();
        if (call != null) {
            calling.withdraw(draft, call, Withdraw.Reason.CANCELLED);
        }
        String text = phrases.say(Phrase.PATRON_FOLLOW_UP_GIVEN_UP, state.language());
        Relaying.keepAndTell(draft, text, List.of(new Closed()), moment);
        FollowUp followUp = state.followUp();
        draft.record(new SessionRecord.Closed(
                new Ending(moment.now(), Resolution.LOST, null, followUp == null ? null : followUp.tags()), null));
        draft.entry(
                new LedgerEntry(LedgerEntry.Kind.CLOSED, LibraryDomain.of(state.home()), Resolution.LOST.name(), null));
    }

    /** Timers do not outlive the server. */
    void restart(Draft<Session, SessionRecord> draft, Moment moment) {
        FollowUp followUp = draft.state().followUp();
        if (followUp != null && !draft.state().closed()) {
            Duration left = Duration.between(moment.now(), followUp.since().plus(policy.followUp()));
            wake(draft, left.isNegative() ? Duration.ZERO : left);
        }
    }

    private static void wake(Draft<Session, SessionRecord> draft, Duration delay) {
        draft.effect(new Effect.Wake(new Alarm(Alarm.Kind.FOLLOW_UP, ""), delay));
    }
}
