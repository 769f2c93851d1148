package org.crossdesk.domain.delivery;

import java.time.Duration;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Machine;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Said;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.ElementText;

/**
 * What is told to a person whose client confirms what it gets (XEP-0184): kept until that, and sent again, under the same
 * id and in order, when the client or the server comes back.
 *
 * <table>
 * <caption>What happens where. "Elsewhere" is a person of another server, of whose links nothing is known.</caption>
 * <tr><th>event</th><th>here, connected</th><th>here, gone</th><th>elsewhere</th></tr>
 * <tr><td>post</td><td>kept, sent</td><td>kept; where there are too many, or the hold is over already, all goes to the
 * server's offline storage</td><td>kept, sent; → retry runs</td></tr>
 * <tr><td>confirmed</td><td>that one is done</td><td>the same</td><td>the same</td></tr>
 * <tr><td>a client comes</td><td>all is sent to it</td><td>all is sent to it → connected</td><td>nothing</td></tr>
 * <tr><td>a client goes</td><td>the last: → gone, hold runs; else all is sent to the others</td><td>nothing</td>
 * <td>nothing</td></tr>
 * <tr><td>hold, or idle, is over</td><td>nothing</td><td>all goes to the server's offline storage; once it must have
 * kept it → over</td><td>nothing
 * is left: → over</td></tr>
 * <tr><td>retry is over</td><td>nothing</td><td>nothing</td><td>all is sent again; too often: → over</td></tr>
 * <tr><td>restart</td><td>→ gone, hold runs</td><td>→ gone, hold runs</td><td>all is sent again</td></tr>
 * </table>
 */
public class OutboxMachine implements Machine<Outbox, OutboxEvent, OutboxRecord> {
    private static final Alarm HOLD = new Alarm(Alarm.Kind.HOLD, "");
    private static final Alarm RETRY = new Alarm(Alarm.Kind.RESEND, "");

    private final DeliveryPolicy policy;

    /** A machine that keeps to {@code policy}. */
    public OutboxMachine(DeliveryPolicy policy) {
        this.policy = policy;
    }

    /** A client of this person has shown that it confirms what it gets. */
    public Decision<OutboxRecord> open(Address person) {
        Draft<Outbox, OutboxRecord> draft = Draft.begin(this, new OutboxRecord.Opened(person.bare()));
        draft.record(new OutboxRecord.Linked(true));
        if (elsewhere(draft)) {
            draft.effect(new Effect.Wake(HOLD, policy.idle()));
        }
        return draft.decision();
    }

    @Override
    public Outbox begin(OutboxRecord first) {
        if (first instanceof OutboxRecord.Opened opened) {
            return Outbox.empty(opened.person());
        }
        if (first instanceof OutboxRecord.Standing standing) {
            return standing.outbox();
        }
        throw new IllegalArgumentException("an outbox can't begin with " + first);
    }

    @Override
    public Outbox evolve(Outbox state, OutboxRecord record) {
        return record.accept(new OutboxRecord.Visitor<>() {
            @Override
            public Outbox opened(OutboxRecord.Opened opened) {
                return begin(opened);
            }

            @Override
            public Outbox posted(OutboxRecord.Posted posted) {
                return state.with(posted.letter(), policy.lettersMax());
            }

            @Override
            public Outbox confirmed(OutboxRecord.Confirmed confirmed) {
                return state.confirmed(confirmed.id());
            }

            @Override
            public Outbox settled(OutboxRecord.Settled settled) {
                return state.settled(settled.ids());
            }

            @Override
            public Outbox linked(OutboxRecord.Linked linked) {
                return state.linked(linked.there());
            }

            @Override
            public Outbox triedAgain(OutboxRecord.TriedAgain again) {
                return state.triedAgain();
            }

            @Override
            public Outbox handingOver(OutboxRecord.HandingOver handing) {
                return state.handingOver();
            }

            @Override
            public Outbox handedOver(OutboxRecord.HandedOver over) {
                return state.handedOver();
            }

            @Override
            public Outbox standing(OutboxRecord.Standing standing) {
                return standing.outbox();
            }
        });
    }

    @Override
    public Decision<OutboxRecord> decide(Outbox state, OutboxEvent event, Moment moment) {
        Draft<Outbox, OutboxRecord> draft = new Draft<>(this, state);
        return event.accept(new OutboxEvent.Visitor<>() {
            @Override
            public Decision<OutboxRecord> post(OutboxEvent.Post post) {
                OutboxMachine.this.post(draft, post.tell(), post.inDoubt(), moment);
                return draft.decision();
            }

            @Override
            public Decision<OutboxRecord> confirmed(OutboxEvent.Confirmed confirmed) {
                if (state.holds(confirmed.id())) {
                    draft.record(new OutboxRecord.Confirmed(confirmed.id()));
                }
                return draft.decision();
            }

            @Override
            public Decision<OutboxRecord> came(OutboxEvent.Came came) {
                if (!state.there()) {
                    draft.record(new OutboxRecord.Linked(true));
                }
                sendAll(draft, came.client());
                return draft.decision();
            }

            @Override
            public Decision<OutboxRecord> gone(OutboxEvent.Gone gone) {
                if (gone.last() && state.there()) {
                    holds(draft);
                } else if (!gone.last()) {
                    sendAll(draft, state.person());
                }
                return draft.decision();
            }

            @Override
            public Decision<OutboxRecord> rang(OutboxEvent.Rang rang) {
                alarm(draft, rang.alarm());
                return draft.decision();
            }

            @Override
            public Decision<OutboxRecord> restarted(OutboxEvent.Restarted restarted) {
                if (elsewhere(draft)) {
                    tryAgain(draft);
                    draft.effect(new Effect.Wake(HOLD, policy.idle()));
                } else if (!state.there()) {
                    holds(draft);
                }
                return draft.decision();
            }
        });
    }

    private void post(Draft<Outbox, OutboxRecord> draft, Effect.Tell tell, boolean inDoubt, Moment moment) {
        Outbox before = draft.state();
        if (!before.unsettled().isEmpty()) {
            draft.record(new OutboxRecord.Settled(before.unsettled()));
        }
        Said said = tell.said();
        if (said != null && before.holds(said.id())) {
            // They have asked for it once more.
            before.letters().stream()
                    .filter(letter -> letter.id().equals(said.id()))
                    .forEach(letter -> draft.effect(new Effect.Deliver(letter, tell.to(), true)));
            return;
        }
        Letter letter = new Letter(
                said == null ? moment.token() : said.id(),
                tell.from(),
                tell.body(),
                tell.delayedSince(),
                moment.now(),
                tell.payloads().stream()
                        .map(payload -> ElementText.write(payload.toElement()))
                        .toList(),
                said);
        draft.record(new OutboxRecord.Posted(letter));
        if (elsewhere(draft)) {
            draft.effect(new Effect.Deliver(letter, tell.to(), false));
            draft.effect(new Effect.Wake(HOLD, policy.idle()));
            if (before.letters().isEmpty()) {
                draft.effect(new Effect.Wake(RETRY, policy.retry()));
            }
        } else if (before.there() && !inDoubt) {
            draft.effect(new Effect.Deliver(letter, tell.to(), false));
        } else if (before.handing()) {
            draft.effect(new Effect.Deliver(letter, before.person(), true));
        } else if (!before.there() && before.letters().size() + 1 >= policy.lettersMax()) {
            handOver(draft);
        }
    }

    /** The links of the own library's accounts are known, and nobody else's. */
    private boolean elsewhere(Draft<Outbox, OutboxRecord> draft) {
        return elsewhere(draft.state().person());
    }

    /** Whether somebody is of another server, so that nothing is known of their links. */
    public boolean elsewhere(Address person) {
        return !person.domain().equals(policy.library());
    }

    private void holds(Draft<Outbox, OutboxRecord> draft) {
        draft.record(new OutboxRecord.Linked(false));
        draft.effect(new Effect.Wake(HOLD, policy.hold()));
    }

    private static void sendAll(Draft<Outbox, OutboxRecord> draft, Address to) {
        draft.state().letters().forEach(letter -> draft.effect(new Effect.Deliver(letter, to, true)));
    }

    private void tryAgain(Draft<Outbox, OutboxRecord> draft) {
        if (!draft.state().letters().isEmpty()) {
            draft.record(new OutboxRecord.TriedAgain());
            sendAll(draft, draft.state().person());
            Duration wait = policy.retry().multipliedBy(Math.min(draft.state().tries() + 1L, policy.triesMax()));
            draft.effect(new Effect.Wake(RETRY, wait));
        }
    }

    /** A machine that dies meanwhile gives it to the server once more. */
    private void handOver(Draft<Outbox, OutboxRecord> draft) {
        sendAll(draft, draft.state().person());
        draft.record(new OutboxRecord.HandingOver());
        draft.effect(new Effect.Wake(HOLD, policy.handing()));
    }

    private void alarm(Draft<Outbox, OutboxRecord> draft, Alarm alarm) {
        Outbox state = draft.state();
        if (alarm.equals(HOLD) && !elsewhere(draft) && !state.there()) {
            if (state.handing() || state.letters().isEmpty()) {
                draft.record(new OutboxRecord.HandedOver());
            } else {
                handOver(draft);
            }
        } else if (alarm.equals(HOLD) && elsewhere(draft) && state.letters().isEmpty()) {
            draft.record(new OutboxRecord.HandedOver());
        } else if (alarm.equals(RETRY) && elsewhere(draft)) {
            if (state.tries() < policy.triesMax()) {
                tryAgain(draft);
            } else {
                draft.record(new OutboxRecord.HandedOver());
            }
        }
    }
}
