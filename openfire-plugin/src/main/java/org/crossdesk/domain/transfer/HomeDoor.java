package org.crossdesk.domain.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Backoff;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Joined;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.Recalled;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.jspecify.annotations.Nullable;

/** An engagement's talk with the session's home desk: what is asked of it, what it answers, what it sends. */
final class HomeDoor {
    private final EngagementPolicy policy;
    private final Telling telling;

    HomeDoor(EngagementPolicy policy, Telling telling) {
        this.policy = policy;
        this.telling = telling;
    }

    /** Takes the session, if the home desk agrees. */
    void accept(Draft<Engagement, EngagementRecord> draft) {
        draft.record(new EngagementRecord.Accepting());
        acceptWithLease(draft);
    }

    /** Takes up again what was under way when the server stopped. */
    void restart(Draft<Engagement, EngagementRecord> draft) {
        if (draft.state().phase() == Phase.ACCEPTING) {
            acceptWithLease(draft);
        } else {
            again(draft);
        }
    }

    private void acceptWithLease(Draft<Engagement, EngagementRecord> draft) {
        sendAccept(draft);
        draft.effect(new Effect.Wake(
                new Alarm(Alarm.Kind.LEASE, draft.state().call().question().value()), policy.lease()));
    }

    /** Asked again until the answer is here and kept: it may get lost on the way, or with a turn not written. */
    private void sendAccept(Draft<Engagement, EngagementRecord> draft) {
        Engagement state = draft.state();
        draft.effect(new Effect.Ask(
                state.operator(),
                state.call().home(),
                new Accept(state.session(), state.call().question(), state.handle())));
        draft.effect(new Effect.Wake(
                new Alarm(Alarm.Kind.RESEND, state.call().question().value()), wait(state)));
    }

    /** Says words that have just been written. Words that wait before them have set the timer already. */
    void say(Draft<Engagement, EngagementRecord> draft, Pending words) {
        send(draft, words);
        if (draft.state().pending().size() == 1) {
            wakeToSayAgain(draft);
        }
    }

    private void sayPending(Draft<Engagement, EngagementRecord> draft) {
        List<Pending> pending = draft.state().pending();
        pending.forEach(words -> send(draft, words));
        if (!pending.isEmpty()) {
            wakeToSayAgain(draft);
        }
    }

    private static void send(Draft<Engagement, EngagementRecord> draft, Pending words) {
        Engagement state = draft.state();
        draft.effect(new Effect.Send(
                state.operator(),
                state.call().home(),
                new Say(
                        state.session(),
                        state.epoch(),
                        words.number(),
                        words.at(),
                        words.body(),
                        words.aside(),
                        words.extras())));
    }

    private void wakeToSayAgain(Draft<Engagement, EngagementRecord> draft) {
        draft.effect(new Effect.Wake(
                new Alarm(Alarm.Kind.RESEND, Long.toString(draft.state().epoch())), wait(draft.state())));
    }

    private Duration wait(Engagement state) {
        return Backoff.wait(policy.resend(), state.vainTries());
    }

    /** Nothing was answered in time. */
    void inVain(Draft<Engagement, EngagementRecord> draft) {
        draft.record(new EngagementRecord.TriedInVain());
        again(draft);
    }

    /** Asks the home desk to close the session, if the operator wants that; again until it is released, or refused. */
    void close(Draft<Engagement, EngagementRecord> draft) {
        Engagement state = draft.state();
        Closing closing = state.closing();
        if (closing != null) {
            draft.effect(new Effect.Ask(
                    state.operator(),
                    state.call().home(),
                    new CloseRequest(
                            state.session(), state.epoch(), closing.resolution(), closing.read(), closing.tags())));
            wakeToSayAgain(draft);
        }
    }

    /** Sends once more what the home desk has not answered. */
    void again(Draft<Engagement, EngagementRecord> draft) {
        switch (draft.state().phase()) {
            case ACCEPTING -> sendAccept(draft);
            case ENGAGED -> {
                sayPending(draft);
                close(draft);
            }
            case RINGING, OVER -> {
                // Nothing is owed.
            }
        }
    }

    /** The home desk's answer to what was asked of it. */
    void answered(Draft<Engagement, EngagementRecord> draft, EngagementEvent.Answered answered) {
        Payload request = answered.request();
        Refusal refusal = answered.refusal();
        if (!asked(draft.state(), request)) {
            return;
        }
        if (request instanceof Accept) {
            if (answered.result() instanceof Owned owned) {
                engaged(draft, owned.epoch(), owned.lastSeq(), null);
            } else if (answered.result() instanceof Joined joined) {
                engaged(draft, joined.epoch(), joined.lastSeq(), joined.role());
            } else {
                notAccepted(draft, refusal);
            }
        } else if (request instanceof Say && refusal != null) {
            sayUnknown(draft, refusal);
        } else if (request instanceof CloseRequest) {
            closeAnswered(draft, refusal);
        } else if (request instanceof Absence absence) {
            absenceAnswered(draft, absence, refusal);
        } else if (refusal != null) {
            telling.note(draft, Phrase.OPERATOR_TRANSFER_REFUSED, refusal.text());
        }
    }

    /** Whether this engagement has asked that, and not an earlier one of the same operator in the same session. */
    private static boolean asked(Engagement state, Payload request) {
        if (request instanceof Accept accept) {
            return accept.question().equals(state.call().question());
        }
        if (request instanceof CloseRequest close) {
            return close.epoch() == state.epoch();
        }
        if (request instanceof Say say) {
            return say.epoch() == state.epoch();
        }
        if (request instanceof TransferRequest transfer) {
            return transfer.epoch() == state.epoch();
        }
        if (request instanceof Leave leave) {
            return leave.epoch() == state.epoch();
        }
        if (request instanceof Drop drop) {
            return drop.epoch() == state.epoch();
        }
        if (request instanceof Absence absence) {
            return absence.epoch() == state.epoch();
        }
        return request instanceof TransferCancel cancel && cancel.epoch() == state.epoch();
    }

    private void engaged(Draft<Engagement, EngagementRecord> draft, long epoch, long lastSeq, @Nullable Role role) {
        if (draft.state().phase() != Phase.ACCEPTING) {
            return;
        }
        draft.record(new EngagementRecord.Engaged(epoch, lastSeq, role));
        if (role == null) {
            draft.entry(new LedgerEntry(
                    LedgerEntry.Kind.ANSWERED_FOR,
                    LibraryDomain.of(draft.state().call().home()),
                    null,
                    null));
        }
        telling.stands(draft, Telling.has(role));
        sayPending(draft);
    }

    private void notAccepted(Draft<Engagement, EngagementRecord> draft, @Nullable Refusal refusal) {
        if (draft.state().phase() != Phase.ACCEPTING) {
            return;
        }
        if (refusal != null && refusal.condition().passing()) {
            // The timer to ask again is running.
            return;
        }
        telling.notDelivered(draft, draft.state().pending());
        telling.over(draft, Phrase.OPERATOR_TAKEN);
    }

    /** The home desk knows no such session, or not us as its owner: no word will ever be taken. */
    private void sayUnknown(Draft<Engagement, EngagementRecord> draft, Refusal refusal) {
        boolean unknown = refusal.condition() == Condition.ITEM_NOT_FOUND || refusal.condition() == Condition.FORBIDDEN;
        if (unknown && draft.state().phase() == Phase.ENGAGED) {
            telling.notDelivered(draft, draft.state().pending());
            telling.over(draft, Phrase.OPERATOR_SESSION_OVER);
        }
    }

    /**
     * Done, it is released, which is told until it is heard, and counted then; but what is left to the operator to
     * answer later stays theirs.
     */
    private void closeAnswered(Draft<Engagement, EngagementRecord> draft, @Nullable Refusal refusal) {
        Closing closing = draft.state().closing();
        if (refusal == null) {
            if (closing != null && closing.resolution() == Resolution.FOLLOW_UP_BY_ME) {
                draft.record(new EngagementRecord.FollowUpKept());
                telling.stands(draft, Phrase.OPERATOR_FOLLOW_UP_KEPT);
            }
        } else if (!refusal.condition().passing()) {
            closeRefused(draft, refusal);
        }
    }

    /** A session that its home desk no longer knows would never be released. */
    private void closeRefused(Draft<Engagement, EngagementRecord> draft, Refusal refusal) {
        if (refusal.condition() == Condition.ITEM_NOT_FOUND && draft.state().phase() == Phase.ENGAGED) {
            telling.notDelivered(draft, draft.state().pending());
            telling.over(draft, Phrase.OPERATOR_SESSION_OVER);
        } else {
            draft.record(new EngagementRecord.ClosingRefused());
            telling.note(draft, Phrase.OPERATOR_CLOSE_REFUSED, refusal.text());
        }
    }

    /** Tells the home desk whether a client of the owner is there; it concerns nobody who is beside the owner. */
    void absence(Draft<Engagement, EngagementRecord> draft, boolean away) {
        Engagement state = draft.state();
        if (state.owns() && state.away() != away) {
            draft.record(new EngagementRecord.Absent(away));
            tellAbsence(draft);
        }
    }

    private static void tellAbsence(Draft<Engagement, EngagementRecord> draft) {
        Engagement state = draft.state();
        draft.effect(new Effect.Ask(
                state.operator(), state.call().home(), new Absence(state.session(), state.epoch(), state.away())));
    }

    /** A home desk that could not be reached hears it again; one that must know better by now does not. */
    private static void absenceAnswered(
            Draft<Engagement, EngagementRecord> draft, Absence absence, @Nullable Refusal refusal) {
        boolean still = draft.state().owns() && absence.away() == draft.state().away();
        if (still && refusal != null && refusal.condition().passing()) {
            tellAbsence(draft);
        }
    }

    /** What the home desk sends of itself. */
    TransferPayload.AtOperator<Draft<Engagement, EngagementRecord>> on(
            Draft<Engagement, EngagementRecord> draft, Asker asker) {
        return new TransferPayload.AtOperator<>() {
            private final Engagement state = draft.state();

            @Override
            public Draft<Engagement, EngagementRecord> relay(Relay relay) {
                if (state.phase() == Phase.ACCEPTING) {
                    // It has overtaken the answer to the accept; the home desk sends it again.
                    return draft;
                }
                if (state.phase() != Phase.ENGAGED || relay.epoch() != state.epoch()) {
                    refuse(Condition.ITEM_NOT_FOUND, "this desk has no such session in epoch " + relay.epoch());
                    return draft;
                }
                HomeDoor.this.relay(draft, relay);
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> sayRefused(SayRefused refused) {
                List<Pending> words = state.pending().stream()
                        .filter(one -> one.number() == refused.number())
                        .toList();
                if (state.phase() == Phase.ENGAGED && refused.epoch() == state.epoch() && !words.isEmpty()) {
                    telling.notDelivered(draft, words);
                    draft.record(new EngagementRecord.Unsaid(refused.number()));
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> transferRefused(TransferRefused refused) {
                draft.effect(new Effect.Answer(asker, null));
                boolean ours = state.phase() == Phase.ENGAGED && refused.epoch() == state.epoch();
                if (ours && !refused.question().equals(state.toldOf())) {
                    draft.record(new EngagementRecord.FailureHeard(refused.question()));
                    telling.notTransferred(draft, phrase(refused.reason()), refused.nearest());
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> released(Released released) {
                if (state.phase() == Phase.ACCEPTING) {
                    // It may be of the very epoch that the answer to our accept will name: to be told again.
                    refuse(Condition.SERVICE_UNAVAILABLE, "the answer to the accept is still awaited");
                    return draft;
                }
                draft.effect(new Effect.Answer(asker, null));
                boolean ours = state.phase() == Phase.ENGAGED && released.epoch() == state.epoch();
                if (ours) {
                    count(draft, released);
                    telling.notDelivered(draft, EngagementMachine.from(state.pending(), released.lastNumber() + 1));
                    telling.over(draft, phrase(released.reason(), state.later()));
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> activity(Activity activity) {
                Showing.patron(draft, activity);
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> displayed(Displayed displayed) {
                Showing.patron(draft, displayed);
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> joined(Joined joined) {
                // It comes as the answer to an accept, and never by itself.
                return misdirected(joined);
            }

            @Override
            public Draft<Engagement, EngagementRecord> recalled(Recalled recalled) {
                // It comes as an answer, and never by itself.
                return misdirected(recalled);
            }

            @Override
            public Draft<Engagement, EngagementRecord> owned(Owned owned) {
                // It comes as the answer to an accept, and never by itself.
                return misdirected(owned);
            }

            @Override
            public Draft<Engagement, EngagementRecord> misdirected(TransferPayload payload) {
                refuse(Condition.BAD_REQUEST, "only an operator's desk says that, to a home desk");
                return draft;
            }

            private void refuse(Condition condition, String text) {
                draft.effect(new Effect.Refuse(asker, new Refusal(condition, text)));
            }
        };
    }

    /** Counted here, since it is heard once, and for sure. */
    private static void count(Draft<Engagement, EngagementRecord> draft, Released released) {
        Closing closing = draft.state().closing();
        if (closing != null && released.reason() == Released.Reason.CLOSED) {
            draft.entry(new LedgerEntry(
                    LedgerEntry.Kind.CLOSED_FOR,
                    LibraryDomain.of(draft.state().call().home()),
                    closing.resolution().name(),
                    closing.read()));
        }
    }

    /** Takes the lines that follow those that are here; what comes after a gap is sent again by the home desk. */
    private void relay(Draft<Engagement, EngagementRecord> draft, Relay relay) {
        long next = draft.state().receivedUpTo() + 1;
        List<Utterance> fresh = relay.utterances().stream()
                .filter(utterance -> utterance.seq() >= next)
                .toList();
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i).seq() != next + i) {
                fresh = fresh.subList(0, i);
                break;
            }
        }
        if (!fresh.isEmpty()) {
            telling.notDelivered(draft, passedOver(draft.state(), fresh));
            draft.record(new EngagementRecord.Received(fresh));
            fresh.forEach(utterance -> telling.line(draft, utterance));
        }
        Engagement state = draft.state();
        draft.effect(new Effect.Send(
                state.operator(), state.call().home(), new Ack(state.session(), state.epoch(), state.receivedUpTo())));
    }

    /** What was said before something that is back now, and is not back itself, was refused; the word of that got lost. */
    private static List<Pending> passedOver(Engagement state, List<Utterance> fresh) {
        Set<Long> back =
                fresh.stream().map(Utterance::own).filter(Objects::nonNull).collect(Collectors.toSet());
        long last = back.stream().mapToLong(Long::longValue).max().orElse(0);
        return state.pending().stream()
                .filter(one -> one.number() < last && !back.contains(one.number()))
                .toList();
    }

    private static Phrase phrase(TransferRefused.Reason reason) {
        return switch (reason) {
            case NOBODY_FITS -> Phrase.OPERATOR_TRANSFER_NOBODY_FITS;
            case FULL -> Phrase.OPERATOR_TRANSFER_FULL;
            case DECLINED -> Phrase.OPERATOR_TRANSFER_DECLINED;
            case TIMEOUT -> Phrase.OPERATOR_TRANSFER_TIMEOUT;
            case UNREACHABLE -> Phrase.OPERATOR_TRANSFER_UNREACHABLE;
            case CANCELLED -> Phrase.OPERATOR_TRANSFER_CANCELLED;
            case TOO_MANY_HOPS -> Phrase.OPERATOR_TRANSFER_TOO_MANY_HOPS;
        };
    }

    private static Phrase phrase(Released.Reason reason, boolean later) {
        return switch (reason) {
            case TRANSFERRED -> Phrase.OPERATOR_RELEASED_TRANSFERRED;
            case CLOSED -> Phrase.OPERATOR_RELEASED_CLOSED;
            case PATRON_LEFT -> Phrase.OPERATOR_RELEASED_PATRON_LEFT;
            case DROPPED -> Phrase.OPERATOR_RELEASED_DROPPED;
            case TAKEN_BACK -> later ? Phrase.OPERATOR_FOLLOW_UP_OVER : Phrase.OPERATOR_RELEASED_TAKEN_BACK;
        };
    }
}
