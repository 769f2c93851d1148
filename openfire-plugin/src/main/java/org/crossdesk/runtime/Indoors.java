package org.crossdesk.runtime;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what desks send of a session to the session or the operator; and lets a desk hear in the same turn what it
 * sends to itself, so that a session whose operator is at home costs one commit a line, and no stanza.
 */
final class Indoors {
    /** More than that in one turn goes the long way. */
    private static final int HEARD_PER_TURN_MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Indoors.class);

    private final Sessions sessions;
    private final Engagements engagements;

    Indoors(Sessions sessions, Engagements engagements) {
        this.sessions = sessions;
        this.engagements = engagements;
    }

    /** Brings it where it belongs; false if there is no such session. */
    boolean deliver(Asker asker, TransferPayload payload, Turn turn) {
        String handle = asker.to().resource();
        if (handle == null) {
            return sessions.happen(payload.session().value(), new SessionEvent.DeskSent(asker, payload), turn);
        }
        String id = Engagements.id(payload.session(), handle);
        var engagement = engagements.get(id);
        return engagement != null
                && engagement.call().home().equals(asker.from())
                && engagements.happen(id, new EngagementEvent.HomeSent(asker, payload), turn);
    }

    /** Lets the desk hear what it has said to itself in this turn, and what it says to itself upon that. */
    void hear(Turn turn) {
        Map<Asker, Said> heard = new IdentityHashMap<>();
        List<Turn.Caused> outward = new ArrayList<>();
        // The list grows while it is gone through.
        for (int i = 0; i < turn.effects.size(); i++) {
            Turn.Caused caused = turn.effects.get(i);
            Effect effect = caused.effect();
            Said said = heard.size() < HEARD_PER_TURN_MAX ? said(caused) : null;
            if (said != null) {
                Asker asker = new Asker(said.from(), said.to(), "", said.form());
                heard.put(asker, said);
                hear(asker, said, turn);
            } else if (effect instanceof Effect.Answer answer && heard.containsKey(answer.asker())) {
                answered(heard.get(answer.asker()), answer.payload(), null, turn);
            } else if (effect instanceof Effect.Refuse refuse && heard.containsKey(refuse.asker())) {
                answered(heard.get(refuse.asker()), null, refuse.refusal(), turn);
            } else {
                outward.add(caused);
            }
        }
        turn.effects.clear();
        turn.effects.addAll(outward);
    }

    /** What a state of this desk says of a session to another state of this desk. */
    private record Said(StateKey origin, Address from, Address to, TransferPayload payload, Asker.Form form) {}

    private static @Nullable Said said(Turn.Caused caused) {
        if (caused.effect() instanceof Effect.Send send && send.payload() instanceof TransferPayload payload) {
            return indoors(caused.origin(), send.from(), send.to(), payload, Asker.Form.MESSAGE);
        }
        if (caused.effect() instanceof Effect.Ask ask && ask.payload() instanceof TransferPayload payload) {
            return indoors(caused.origin(), ask.from(), ask.to(), payload, Asker.Form.IQ);
        }
        return null;
    }

    private static @Nullable Said indoors(
            StateKey origin, Address from, Address to, TransferPayload payload, Asker.Form form) {
        return from.domain().equals(to.domain()) ? new Said(origin, from, to, payload, form) : null;
    }

    private void hear(Asker asker, Said said, Turn turn) {
        try {
            if (!deliver(asker, said.payload(), turn)) {
                turn.refuse(asker, Condition.ITEM_NOT_FOUND, "this desk has no such session");
            }
        } catch (RuntimeException e) {
            // A bug in one must not keep the others back; the states are as they were before it.
            LOG.error("event.failed source=own-desk", e);
            turn.refuse(asker, Condition.INTERNAL_SERVER_ERROR, "the desk failed on this");
        }
    }

    private void answered(Said said, @Nullable Payload result, @Nullable Refusal refusal, Turn turn) {
        if (said.form() == Asker.Form.MESSAGE && refusal == null) {
            return;
        }
        String id = said.origin().id();
        try {
            switch (said.origin().kind()) {
                case SESSION ->
                    sessions.happen(id, new SessionEvent.Answered(said.to(), said.payload(), result, refusal), turn);
                case ENGAGEMENT ->
                    engagements.happen(
                            id, new EngagementEvent.Answered(said.to(), said.payload(), result, refusal), turn);
                case QUESTION, OUTBOX, LEDGER -> {
                    // They say nothing of a session.
                }
            }
        } catch (RuntimeException e) {
            LOG.error("event.failed source=own-desk", e);
        }
    }
}
