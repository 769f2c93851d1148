package org.crossdesk.domain.transfer;

import java.time.Duration;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Machine;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Recent;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.session.Extras;
import org.jspecify.annotations.Nullable;

/**
 * An operator's part in one session: offer, acceptance, talk, hand-over, release. Session Transfer, section 5.
 *
 * <table>
 * <caption>What happens where</caption>
 * <tr><th>event</th><th>ringing</th><th>accepting</th><th>engaged</th><th>over</th></tr>
 * <tr><td>operator writes</td><td>kept; accept is sent → accepting</td><td>kept, sent once engaged</td><td>kept,
 * sent until it comes back</td><td>told that it is over</td></tr>
 * <tr><td>takes</td><td>accept is sent → accepting</td><td>nothing</td><td>nothing</td><td>told so</td></tr>
 * <tr><td>declines</td><td>→ over, the service hears it</td><td>told that they have it</td><td>told that they have
 * it</td><td>told so</td></tr>
 * <tr><td>hands over, keeps, closes</td><td>told to take it first</td><td>told to take it first</td><td>asked of the
 * home desk</td><td>told so</td></tr>
 * <tr><td>retracted</td><td>→ over, told</td><td>nothing: the home desk decides</td><td>nothing</td><td>nothing</td>
 * </tr>
 * <tr><td>home: owned, or joined</td><td>–</td><td>→ engaged, as the owner or beside them; what waits is sent</td>
 * <td>nothing</td><td>–</td></tr>
 * <tr><td>leaves; sends away who is beside</td><td>told to take it first</td><td>told to take it first</td><td>beside
 * the owner; as the owner: asked of the home desk; else told who may</td><td>told so</td></tr>
 * <tr><td>no client is there for a while; one is again</td><td>nothing</td><td>nothing</td><td>as the owner: the home
 * desk hears it</td><td>nothing</td></tr>
 * <tr><td>home refuses the accept</td><td>–</td><td>→ over, told what was not delivered</td><td>–</td><td>–</td></tr>
 * <tr><td>home: relay</td><td>refused</td><td>nothing: it is sent again</td><td>new lines kept, acknowledged,
 * shown</td><td>refused</td></tr>
 * <tr><td>home: released</td><td>answered</td><td>not now: it may be of
 * the epoch that comes</td><td>→ over, told why</td>
 * <td>answered</td></tr>
 * <tr><td>home knows no such session on close</td><td>–</td><td>–</td><td>→ over, told so</td><td>–</td></tr>
 * <tr><td>the lease is over</td><td>–</td><td>→ over, told what was not delivered</td><td>nothing</td><td>nothing</td>
 * </tr>
 * <tr><td>ring is over</td><td>→ over, the service hears it</td><td>nothing</td><td>nothing</td><td>nothing</td></tr>
 * <tr><td>restart</td><td>→ over</td><td>accept is sent again, a new lease begins</td><td>what waits is sent again</td>
 * <td>nothing</td></tr>
 * </table>
 */
public class EngagementMachine implements Machine<Engagement, EngagementEvent, EngagementRecord> {
    private final EngagementPolicy policy;
    private final Telling telling;
    private final HomeDoor homeDoor;
    private final Acting acting;

    /** A machine that keeps to {@code policy} and speaks by {@code phrases}. */
    public EngagementMachine(EngagementPolicy policy, Phrases phrases) {
        this.policy = policy;
        this.telling = new Telling(phrases, policy.language());
        this.homeDoor = new HomeDoor(policy, telling);
        this.acting = new Acting(telling, homeDoor);
    }

    /** A service rings an operator of this desk. */
    public Decision<EngagementRecord> ring(Offer offer, Asker asker, Address account, Moment moment) {
        return ring(offer, asker, account, null, moment);
    }

    /** As above, where the operator had the session before, and said what has these ids. */
    public Decision<EngagementRecord> ring(
            Offer offer, Asker asker, Address account, @Nullable List<String> saidBefore, Moment moment) {
        Draft<Engagement, EngagementRecord> draft = Draft.begin(
                this,
                new EngagementRecord.Rung(
                        asker.to(),
                        account,
                        offer.call(),
                        asker.from(),
                        saidBefore,
                        moment.now().plusSeconds(offer.seconds())));
        draft.effect(new Effect.Answer(asker, null));
        telling.offer(draft, offer);
        if (offer.claimed()) {
            homeDoor.accept(draft);
            return draft.decision();
        }
        draft.effect(new Effect.Wake(
                new Alarm(Alarm.Kind.RING, offer.call().question().value()), Duration.ofSeconds(offer.seconds())));
        return draft.decision();
    }

    @Override
    public Engagement begin(EngagementRecord first) {
        return EngagementEvolution.begin(first);
    }

    @Override
    public Engagement evolve(Engagement state, EngagementRecord record) {
        return record.accept(new EngagementEvolution(state));
    }

    @Override
    public Decision<EngagementRecord> decide(Engagement state, EngagementEvent event, Moment moment) {
        Draft<Engagement, EngagementRecord> draft = new Draft<>(this, state);
        return event.accept(new EngagementEvent.Visitor<>() {
            @Override
            public Decision<EngagementRecord> wrote(EngagementEvent.Wrote wrote) {
                EngagementMachine.this.wrote(draft, wrote, moment);
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> did(EngagementEvent.Did did) {
                did.act().accept(acting.on(draft));
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> homeSent(EngagementEvent.HomeSent sent) {
                sent.payload().accept(homeDoor.on(draft, sent.asker()));
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> retracted(EngagementEvent.Retracted retracted) {
                draft.effect(new Effect.Answer(retracted.asker(), null));
                if (draft.state().phase() == Phase.RINGING
                        && draft.state()
                                .call()
                                .question()
                                .equals(retracted.payload().question())) {
                    telling.over(draft, Phrase.OPERATOR_RETRACTED);
                }
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> answered(EngagementEvent.Answered answered) {
                homeDoor.answered(draft, answered);
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> rang(EngagementEvent.Rang rang) {
                alarm(draft, rang.alarm());
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> link(EngagementEvent.Link link) {
                homeDoor.absence(draft, !link.there());
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> signed(EngagementEvent.Signed signed) {
                Showing.operator(draft, signed);
                return draft.decision();
            }

            @Override
            public Decision<EngagementRecord> restarted(EngagementEvent.Restarted restarted) {
                if (draft.state().phase() == Phase.RINGING) {
                    decline(draft, Decline.Reason.TIMEOUT);
                    telling.over(draft, Phrase.OPERATOR_RING_EXPIRED);
                } else {
                    homeDoor.restart(draft);
                }
                return draft.decision();
            }
        });
    }

    private void wrote(Draft<Engagement, EngagementRecord> draft, EngagementEvent.Wrote wrote, Moment moment) {
        Engagement state = draft.state();
        if (wrote.messageId() != null && Recent.has(state.recentIds(), wrote.messageId())) {
            confirm(draft, wrote);
        } else if (state.phase() == Phase.OVER) {
            telling.refuse(draft, wrote, Condition.ITEM_NOT_FOUND, Phrase.OPERATOR_SESSION_OVER);
        } else if (wrote.body().length() > policy.bodyMaxChars()) {
            telling.refuse(draft, wrote, Condition.RESOURCE_CONSTRAINT, Phrase.TOO_LONG, policy.bodyMaxChars());
        } else if (state.pending().size() >= policy.pendingMax()) {
            telling.refuse(draft, wrote, Condition.RESOURCE_CONSTRAINT, Phrase.OPERATOR_HOME_UNREACHABLE);
        } else {
            Attached attached = wrote.attached();
            Pending words = new Pending(
                    state.said() + 1,
                    moment.now(),
                    wrote.body(),
                    wrote.aside(),
                    Extras.of(
                            RecentNumbers.numberOf(state.recent(), state.recentIds(), attached.corrects()),
                            attached.link()));
            draft.record(new EngagementRecord.Wrote(
                    words, wrote.client(), wrote.messageId(), attached.markable() ? true : null));
            confirm(draft, wrote);
            homeDoor.absence(draft, false);
            if (state.phase() == Phase.RINGING) {
                homeDoor.accept(draft);
            } else if (state.phase() == Phase.ENGAGED) {
                homeDoor.say(draft, words);
            }
        }
    }

    private static void confirm(Draft<Engagement, EngagementRecord> draft, EngagementEvent.Wrote wrote) {
        if (wrote.confirm() != null) {
            draft.effect(new Effect.Confirm(draft.state().contact(), wrote.client(), wrote.confirm()));
        }
    }

    private void alarm(Draft<Engagement, EngagementRecord> draft, Alarm alarm) {
        switch (alarm.kind()) {
            case RING -> {
                if (draft.state().phase() == Phase.RINGING
                        && draft.state().call().question().value().equals(alarm.subject())) {
                    decline(draft, Decline.Reason.TIMEOUT);
                    telling.over(draft, Phrase.OPERATOR_RING_EXPIRED);
                    Engagement state = draft.state();
                    draft.effect(new Effect.Missed(state.handle(), state.contact(), state.account()));
                }
            }
            case RESEND -> homeDoor.inVain(draft);
            case LEASE -> {
                if (draft.state().phase() == Phase.ACCEPTING
                        && draft.state().call().question().value().equals(alarm.subject())) {
                    telling.notDelivered(draft, draft.state().pending());
                    telling.over(draft, Phrase.OPERATOR_HOME_UNREACHABLE);
                }
            }
            case STEP, TAKE_BACK, GRACE, FOLLOW_UP, HOLD, RESTART -> {
                // Others' timers; an engagement sets none of these.
            }
        }
    }

    static void decline(Draft<Engagement, EngagementRecord> draft, Decline.Reason reason) {
        Engagement state = draft.state();
        draft.effect(new Effect.Ask(
                state.operator(), state.service(), new Decline(state.call().question(), state.handle(), reason)));
    }

    /** What never reached the patron. */
    static List<Pending> from(List<Pending> pending, long number) {
        return pending.stream().filter(one -> one.number() >= number).toList();
    }
}
