package org.crossdesk.domain.routing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Machine;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Withdraw;
import org.jspecify.annotations.Nullable;

/**
 * Rings for a question: the best of those on duty first, the next when that one passes. Ask Services, section 5.
 *
 * <table>
 * <caption>What happens where</caption>
 * <tr><th>event</th><th>somebody rings</th><th>exhausted (nobody is left)</th></tr>
 * <tr><td>declined, refused, ring over</td><td>the next rings; if none is left → exhausted, the home desk hears
 * it</td><td>nothing</td></tr>
 * <tr><td>somebody comes on duty or gets free</td><td>rings too, if there may be more</td><td>rings</td></tr>
 * <tr><td>somebody in the staff room claims it</td><td>the others' ringing is retracted, and the claimant is offered it; who
 * claims after them hears who was quicker</td><td>the same</td></tr>
 * <tr><td>a coordinator assigns it to somebody</td><td>the others' ringing is retracted; they ring, and nobody else until they
 * pass it</td><td>they ring</td></tr>
 * <tr><td>a coordinator pulls it up</td><td>ringing is retracted, nobody rings, the home desk is told to look further; if it
 * does not, it rings again</td><td>the same</td></tr>
 * <tr><td>withdrawn, or its time is long over</td><td>ringing is retracted → over</td><td>→ over</td></tr>
 * </table>
 */
public final class RingMachine implements Machine<OpenQuestion, RingEvent, RingRecord> {
    private final SubjectOrder order;
    private final RoomTalk talk;

    /** A machine that knows by {@code order} what a subject has to do with another. */
    public RingMachine(SubjectOrder order, RoomTalk talk) {
        this.order = order;
        this.talk = talk;
    }

    /** What is said in staff rooms. */
    public RoomTalk talk() {
        return talk;
    }

    /** How long after its ring an operator's desk may still be silent before the next is rung. */
    static final Duration RING_GRACE = Duration.ofSeconds(5);

    /** How long after its step a question is kept for a home desk that does not withdraw it. */
    static final Duration STEP_GRACE = Duration.ofSeconds(60);

    /**
     * How it stands at a service that is asked.
     *
     * @param parallel how many ring at a time
     * @param declined who has said no to this session before
     * @param queue how many wait
     * @param number how the question is called in the staff room
     * @param seen whether its card is there already: it was asked before, and comes back
     * @param roster who is on duty
     */
    public record Standing(
            int parallel, List<Address> declined, Queue queue, int number, boolean seen, DutyRoster roster) {
        public Standing {
            declined = List.copyOf(declined);
        }
    }

    /** The groups of the service that the home desk is to ask first. */
    public List<RollUp> groups(Question question, Service service) {
        return question.general() || question.only() != null
                ? List.of()
                : service.groups(question.call().needs(), order).stream()
                        .map(step -> new RollUp(step.service(), step.seconds()))
                        .toList();
    }

    /** A home desk asks. */
    public Decision<RingRecord> ask(Question question, Asker asker, Service service, Standing standing, Moment moment) {
        DutyRoster roster = standing.roster();
        Draft<OpenQuestion, RingRecord> draft = Draft.begin(
                this,
                new RingRecord.Asked(
                        question,
                        service.address(),
                        service.ringSeconds(),
                        standing.parallel(),
                        standing.declined(),
                        question.only() == null ? standing.number() : 0,
                        moment.now()));
        int candidates = candidates(draft.state(), roster).size();
        draft.effect(new Effect.Answer(
                asker,
                new Brokered(
                        question.call().question(),
                        candidates,
                        candidates == 0 ? prospect(draft.state(), roster) : Prospect.NONE,
                        standing.queue(),
                        rollUp(service))));
        draft.effect(new Effect.Wake(
                new Alarm(Alarm.Kind.STEP, question.call().question().value()),
                Duration.ofSeconds(question.seconds()).plus(STEP_GRACE)));
        if (candidates == 0) {
            draft.record(new RingRecord.Exhausted());
        }
        if (!standing.seen()) {
            shown(draft.state(), () -> draft.effect(talk.waits(draft.state(), null)));
        }
        ring(draft, roster);
        return draft.decision();
    }

    /** A question for one operator alone is not the room's. */
    private static void shown(OpenQuestion state, Runnable telling) {
        if (state.number() > 0) {
            telling.run();
        }
    }

    /** What whoever has just come on duty hears of it. */
    public List<Effect> tell(OpenQuestion state, String nick) {
        return state.number() == 0 || state.claimedBy() != null || !state.waits()
                ? List.of()
                : List.of(talk.waits(state, nick));
    }

    private static @Nullable RollUp rollUp(Service service) {
        Address parent = service.parent();
        return parent == null ? null : new RollUp(parent, service.parentSeconds());
    }

    @Override
    public OpenQuestion begin(RingRecord first) {
        if (first instanceof RingRecord.Asked asked) {
            return new OpenQuestion(
                    asked.question(),
                    asked.service(),
                    asked.ringSeconds(),
                    asked.parallel(),
                    List.of(),
                    List.of(),
                    asked.declined(),
                    0,
                    asked.at(),
                    asked.number(),
                    null,
                    false,
                    false,
                    false,
                    false);
        }
        throw new IllegalArgumentException("a question can't begin with " + first);
    }

    @Override
    public OpenQuestion evolve(OpenQuestion state, RingRecord record) {
        return record.accept(new RingRecord.Visitor<>() {
            @Override
            public OpenQuestion asked(RingRecord.Asked asked) {
                return begin(asked);
            }

            @Override
            public OpenQuestion rung(RingRecord.Rung rung) {
                return state.rings(rung.operator());
            }

            @Override
            public OpenQuestion passed(RingRecord.Passed passed) {
                return state.passedBy(passed.operator(), passed.declined(), passed.full());
            }

            @Override
            public OpenQuestion exhausted(RingRecord.Exhausted exhausted) {
                return state.exhausting();
            }

            @Override
            public OpenQuestion claimed(RingRecord.Claimed claimed) {
                return state.claimed(claimed.operator(), claimed.nick());
            }

            @Override
            public OpenQuestion assigned(RingRecord.Assigned assigned) {
                return state.assignedTo(assigned.operator());
            }

            @Override
            public OpenQuestion pulledUp(RingRecord.PulledUp pulledUp) {
                return state.pullingUp();
            }

            @Override
            public OpenQuestion stays(RingRecord.Stays stays) {
                return state.staying();
            }

            @Override
            public OpenQuestion over(RingRecord.Over over) {
                return state.ending();
            }
        });
    }

    @Override
    public Decision<RingRecord> decide(OpenQuestion state, RingEvent event, Moment moment) {
        Draft<OpenQuestion, RingRecord> draft = new Draft<>(this, state);
        return event.accept(new RingEvent.Visitor<>() {
            @Override
            public Decision<RingRecord> declined(RingEvent.Declined declined) {
                Address operator =
                        declined.asker().from().withResource(declined.payload().handle());
                if (!operator.domain().equals(declined.asker().from().domain())
                        || !operator.equals(declined.asker().from())) {
                    draft.effect(new Effect.Refuse(
                            declined.asker(),
                            new Refusal(Condition.FORBIDDEN, "an operator declines by their own handle only")));
                    return draft.decision();
                }
                draft.effect(new Effect.Answer(declined.asker(), null));
                Decline.Reason reason = declined.payload().reason();
                passed(operator, reason == Decline.Reason.DECLINED, reason == Decline.Reason.FULL, "");
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> withdrawn(RingEvent.Withdrawn withdrawn) {
                if (!withdrawn.asker().from().equals(state.question().call().home())) {
                    draft.effect(new Effect.Refuse(
                            withdrawn.asker(),
                            new Refusal(Condition.FORBIDDEN, "only the desk that asked can withdraw a question")));
                    return draft.decision();
                }
                draft.effect(new Effect.Answer(withdrawn.asker(), null));
                // What is looked after elsewhere for a while comes back under its number.
                Withdraw.Reason reason = withdrawn.payload().reason();
                if (reason != Withdraw.Reason.EXPIRED) {
                    shown(draft.state(), () -> draft.effect(talk.over(draft.state(), reason == Withdraw.Reason.TAKEN)));
                }
                end(draft);
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> answered(RingEvent.Answered answered) {
                if (answered.request() instanceof Offer && answered.refusal() != null) {
                    boolean full = answered.refusal().condition() == Condition.RESOURCE_CONSTRAINT;
                    passed(answered.by(), false, full, answered.refusal().text());
                } else if (answered.request() instanceof Exhausted exhausted && answered.refusal() != null) {
                    notHeard(exhausted, answered.refusal().condition());
                }
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> rosterChanged(RingEvent.RosterChanged changed) {
                ring(draft, changed.roster());
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> rang(RingEvent.Rang rang) {
                if (rang.alarm().kind() == Alarm.Kind.STEP) {
                    gone(draft);
                } else if (rang.alarm().kind() == Alarm.Kind.RING) {
                    Address operator = Address.parse(rang.alarm().subject());
                    if (state.ringing().contains(operator)) {
                        retract(draft, operator);
                        passed(operator, false, false, "");
                    }
                }
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> claimed(RingEvent.Claimed claimed) {
                claim(draft, claimed.nick(), claimed.roster());
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> assigned(RingEvent.Assigned assigned) {
                assign(draft, assigned.nick(), assigned.roster());
                return draft.decision();
            }

            @Override
            public Decision<RingRecord> pulledUp(RingEvent.PulledUp pulledUp) {
                pullUp(draft, pulledUp.parent());
                return draft.decision();
            }

            private void notHeard(Exhausted exhausted, Condition condition) {
                if (exhausted.up() && condition != Condition.ITEM_NOT_FOUND) {
                    draft.record(new RingRecord.Stays());
                    draft.effect(talk.waits(draft.state(), null));
                    ring(draft, event.roster());
                } else if (!condition.passing()) {
                    // The home desk no longer knows the question.
                    gone(draft);
                }
            }

            private void passed(Address operator, boolean declined, boolean full, String why) {
                if (draft.state().ringing().contains(operator)) {
                    String claimant = draft.state().claimedBy();
                    draft.record(new RingRecord.Passed(operator, declined, full));
                    if (claimant != null) {
                        String number = Integer.toString(draft.state().number());
                        whisper(draft, claimant, Phrase.ROOM_CLAIM_FAILED, number, why);
                        draft.effect(talk.waits(draft.state(), null));
                    }
                    ring(draft, event.roster());
                }
            }
        });
    }

    /** The first who claims it gets it, whoever rings meanwhile; who comes later hears who was quicker. */
    private void claim(Draft<OpenQuestion, RingRecord> draft, String nick, DutyRoster roster) {
        OpenQuestion state = draft.state();
        OnDuty claimant = roster.at(nick);
        String number = Integer.toString(state.number());
        if (claimant == null) {
            whisper(draft, nick, Phrase.ROOM_CLAIM_NOT_ON_DUTY, number);
        } else if (!state.waits()) {
            whisper(draft, nick, Phrase.ROOM_NOT_WAITING, number);
        } else if (state.claimedBy() != null) {
            whisper(draft, nick, Phrase.ROOM_QUICKER, number, state.claimedBy());
        } else if (claimant.full()) {
            whisper(draft, nick, Phrase.ROOM_CLAIM_FULL, number);
        } else if (!state.ringing().contains(claimant.operator())
                && state.notToRing().contains(claimant.operator())) {
            whisper(draft, nick, Phrase.ROOM_CLAIM_NOT_YOURS, number);
        } else {
            retractOthers(draft, claimant.operator());
            draft.record(new RingRecord.Claimed(claimant.operator(), nick));
            draft.effect(talk.claimed(draft.state(), nick));
            offer(draft, claimant.operator(), true);
        }
    }

    private void assign(Draft<OpenQuestion, RingRecord> draft, String nick, DutyRoster roster) {
        OpenQuestion state = draft.state();
        OnDuty chosen = roster.at(nick);
        if (chosen == null || Supervising.cannotAssign(state, nick, roster) != null) {
            return;
        }
        boolean rings = state.ringing().contains(chosen.operator());
        retractOthers(draft, chosen.operator());
        draft.record(new RingRecord.Assigned(chosen.operator()));
        draft.effect(talk.tells(draft.state(), Phrase.ROOM_ASSIGNED, nick));
        if (!rings) {
            offer(draft, chosen.operator(), false);
        }
    }

    private void pullUp(Draft<OpenQuestion, RingRecord> draft, @Nullable Address parent) {
        OpenQuestion state = draft.state();
        if (parent == null || Supervising.cannotPullUp(state, parent) != null) {
            return;
        }
        List.copyOf(state.ringing()).forEach(operator -> retract(draft, operator));
        draft.record(new RingRecord.PulledUp());
        draft.effect(talk.tells(draft.state(), Phrase.ROOM_PULLED_UP, parent.toString()));
        draft.effect(new Effect.Ask(
                state.service(),
                state.question().call().home(),
                new Exhausted(state.question().call().question(), Prospect.NONE, true)));
    }

    private static void retractOthers(Draft<OpenQuestion, RingRecord> draft, Address operator) {
        draft.state().ringing().stream()
                .filter(other -> !other.equals(operator))
                .forEach(other -> retract(draft, other));
    }

    private void whisper(Draft<OpenQuestion, RingRecord> draft, String nick, Phrase phrase, Object... arguments) {
        draft.effect(talk.whisper(draft.state().service(), nick, phrase, arguments));
    }

    private static void offer(Draft<OpenQuestion, RingRecord> draft, Address operator, boolean claimed) {
        OpenQuestion state = draft.state();
        Call call = state.question().call();
        draft.effect(new Effect.Ask(
                state.service(), operator, new Offer(call, state.service(), state.ringSeconds(), claimed)));
        draft.effect(new Effect.Wake(
                new Alarm(Alarm.Kind.RING, operator.toString()),
                Duration.ofSeconds(state.ringSeconds()).plus(RING_GRACE)));
    }

    private void ring(Draft<OpenQuestion, RingRecord> draft, DutyRoster roster) {
        if (!draft.state().ringsOn()) {
            return;
        }
        Question question = draft.state().question();
        for (Address next : candidates(draft.state(), roster)) {
            if (draft.state().ringing().size() >= draft.state().parallel()) {
                return;
            }
            draft.record(new RingRecord.Rung(next));
            offer(draft, next, false);
        }
        OpenQuestion state = draft.state();
        if (state.ringing().isEmpty() && !state.exhausted()) {
            draft.record(new RingRecord.Exhausted());
            draft.effect(new Effect.Ask(
                    state.service(),
                    question.call().home(),
                    new Exhausted(question.call().question(), prospect(state, roster))));
        }
    }

    /** Of one who is asked for by name their own desk says how they passed it. */
    private Prospect prospect(OpenQuestion state, DutyRoster roster) {
        Prospect known = new Prospect(state.full(), state.declined().size(), null);
        return state.question().only() != null
                ? known
                : known.and(Nearest.of(
                        roster,
                        state.question().call().needs(),
                        state.notToRing(),
                        state.declined().size(),
                        order));
    }

    /** Whom to ring, the best first; of one who is asked for by name their own desk knows whether they are there. */
    private List<Address> candidates(OpenQuestion state, DutyRoster roster) {
        Set<Address> not = state.notToRing();
        Address only = state.question().only();
        if (only != null) {
            return not.contains(only) ? List.of() : List.of(only);
        }
        return Ranking.rank(roster, state.question(), not, order).stream()
                .map(OnDuty::operator)
                .toList();
    }

    private void gone(Draft<OpenQuestion, RingRecord> draft) {
        shown(draft.state(), () -> draft.effect(talk.over(draft.state(), false)));
        end(draft);
    }

    private static void end(Draft<OpenQuestion, RingRecord> draft) {
        List.copyOf(draft.state().ringing()).forEach(operator -> retract(draft, operator));
        draft.record(new RingRecord.Over());
    }

    private static void retract(Draft<OpenQuestion, RingRecord> draft, Address operator) {
        String handle = operator.resource();
        if (handle != null) {
            draft.effect(new Effect.Ask(
                    draft.state().service(),
                    operator,
                    new Retract(draft.state().question().call().question(), handle)));
        }
    }
}
