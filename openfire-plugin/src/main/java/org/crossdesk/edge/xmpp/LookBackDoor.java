package org.crossdesk.edge.xmpp;

import java.util.concurrent.Executor;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.LookingBack;
import org.crossdesk.domain.session.Session;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.SessionShelf;
import org.crossdesk.runtime.Talks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows operators in a session the one that its patron had before. Session Transfer, section "Recalling". */
final class LookBackDoor {
    private static final Logger LOG = LoggerFactory.getLogger(LookBackDoor.class);

    private final Talks talks;
    private final SessionShelf shelf;
    private final Disclosure othersSee;
    private final Executor reading;
    private final StanzaOutlet outlet;

    /** {@code reading} may wait for the database. */
    LookBackDoor(Talks talks, SessionShelf shelf, Disclosure othersSee, Executor reading, StanzaOutlet outlet) {
        this.talks = talks;
        this.shelf = shelf;
        this.othersSee = othersSee;
        this.reading = reading;
        this.outlet = outlet;
    }

    /** An operator's desk asks for lines of the session before. */
    void asked(Asker asker, RecallRequest request) {
        talks.before(request.session())
                .thenAcceptAsync(before -> answer(asker, request, before), reading)
                .exceptionally(busy -> {
                    refuse(asker, new Refusal(Condition.RESOURCE_CONSTRAINT, "the desk is too busy; try again"));
                    return null;
                });
    }

    private void answer(Asker asker, RecallRequest request, Talks.Before before) {
        Refusal refusal = before.session() == null
                ? new Refusal(Condition.ITEM_NOT_FOUND, "this desk has no such session")
                : LookingBack.refusal(before.session(), asker.from(), request, othersSee);
        if (refusal != null) {
            refuse(asker, refusal);
            return;
        }
        try {
            Session ended = before.earlier() == null ? null : shelf.ended(before.earlier());
            if (ended == null) {
                refuse(asker, new Refusal(Condition.ITEM_NOT_FOUND, "no session of this patron is known from before"));
            } else {
                outlet.answer(new Effect.Answer(asker, LookingBack.before(ended, asker.from(), request)));
            }
        } catch (JournalException e) {
            LOG.error("session.before.unreadable", e);
            refuse(asker, new Refusal(Condition.INTERNAL_SERVER_ERROR, "it can't be read now"));
        }
    }

    private void refuse(Asker asker, Refusal refusal) {
        outlet.refuse(new Effect.Refuse(asker, refusal));
    }
}
