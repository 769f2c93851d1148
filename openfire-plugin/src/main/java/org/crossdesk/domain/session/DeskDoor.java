package org.crossdesk.domain.session;

import java.util.function.Consumer;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.jspecify.annotations.Nullable;

/** Lets in what an operator's desk may say of a session: who owns it, in the epoch they own it in. */
final class DeskDoor implements TransferPayload.AtHome<Draft<Session, SessionRecord>> {
    private final Draft<Session, SessionRecord> draft;
    private final Asker asker;
    private final Moment moment;
    private final Relaying relaying;
    private final Ownership ownership;
    private final Beside beside;
    private final Holding holding;

    DeskDoor(
            Draft<Session, SessionRecord> draft,
            Asker asker,
            Moment moment,
            Relaying relaying,
            Ownership ownership,
            Holding holding) {
        this.beside = ownership.beside();
        this.holding = holding;
        this.draft = draft;
        this.asker = asker;
        this.moment = moment;
        this.relaying = relaying;
        this.ownership = ownership;
    }

    @Override
    public Draft<Session, SessionRecord> acceptance(Accept accept) {
        ownership.accepted(draft, asker, accept, moment);
        return draft;
    }

    @Override
    public Draft<Session, SessionRecord> say(Say say) {
        FormerOwner former = former(say.epoch());
        if (former != null) {
            // What was kept in time was delivered; their release tells how much that was.
            if (say.number() > former.lastNumber()) {
                relaying.saidTooLate(draft, asker, say);
            }
            return draft;
        }
        return asOperator(say.epoch(), one -> relaying.said(draft, one, say, moment));
    }

    @Override
    public Draft<Session, SessionRecord> ack(Ack ack) {
        Owner one = draft.state().operator(ack.epoch());
        FormerOwner former = draft.state().former(ack.epoch());
        if (former != null && former.inDoubt() && former.operator().equals(asker.from())) {
            ownership.known(draft, former);
        }
        // Any other acknowledgement of an epoch that is over means nothing any more, and harms nobody.
        if (one != null && one.operator().equals(asker.from())) {
            relaying.acknowledged(draft, one, ack);
            if (one.role() == null) {
                holding.heard(draft, moment);
            }
        }
        return draft;
    }

    @Override
    public Draft<Session, SessionRecord> transferRequest(TransferRequest request) {
        return asOwner(request.epoch(), owner -> ownership.transferRequested(draft, asker, owner, request, moment));
    }

    @Override
    public Draft<Session, SessionRecord> transferCancel(TransferCancel cancel) {
        return asOwner(cancel.epoch(), owner -> ownership.transferCancelled(draft, asker));
    }

    @Override
    public Draft<Session, SessionRecord> closeRequest(CloseRequest request) {
        FormerOwner former = former(request.epoch());
        boolean over = draft.state().closed() && draft.state().epoch() == request.epoch();
        if (former != null && (over || former.reason() == Released.Reason.CLOSED)) {
            draft.effect(new Effect.Answer(asker, null));
            return draft;
        }
        return asOwner(request.epoch(), owner -> ownership.closed(draft, asker, owner, request, moment));
    }

    @Override
    public Draft<Session, SessionRecord> leave(Leave leave) {
        if (former(leave.epoch()) != null) {
            draft.effect(new Effect.Answer(asker, null));
            return draft;
        }
        return asOperator(leave.epoch(), one -> {
            if (one.role() == null) {
                Ownership.refuse(
                        draft, asker, Condition.NOT_ACCEPTABLE, "an owner hands the session over, or closes it");
            } else {
                beside.leaves(draft, asker, one, moment);
            }
        });
    }

    @Override
    public Draft<Session, SessionRecord> drop(Drop drop) {
        return asOwner(drop.epoch(), owner -> beside.dropped(draft, asker, drop.operator(), moment));
    }

    @Override
    public Draft<Session, SessionRecord> absence(Absence absence) {
        return asOwner(absence.epoch(), owner -> {
            draft.effect(new Effect.Answer(asker, null));
            holding.absent(draft, absence.away(), moment);
        });
    }

    @Override
    public Draft<Session, SessionRecord> activity(Activity activity) {
        Signing.operator(draft, asker.from(), activity);
        return draft;
    }

    @Override
    public Draft<Session, SessionRecord> displayed(Displayed displayed) {
        Signing.operator(draft, asker.from(), displayed);
        return draft;
    }

    @Override
    public Draft<Session, SessionRecord> recallRequest(RecallRequest request) {
        return asOperator(request.epoch(), one -> relaying.recalled(draft, asker, one, request));
    }

    private @Nullable FormerOwner former(long epoch) {
        return draft.state().former().stream()
                .filter(one -> one.epoch() == epoch && one.operator().equals(asker.from()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Draft<Session, SessionRecord> misdirected(TransferPayload payload) {
        Ownership.refuse(draft, asker, Condition.BAD_REQUEST, "only a home desk says that, to an operator's desk");
        return draft;
    }

    private Draft<Session, SessionRecord> asOwner(long epoch, Consumer<Owner> action) {
        return as(draft.state().owner(), epoch, action);
    }

    private Draft<Session, SessionRecord> asOperator(long epoch, Consumer<Owner> action) {
        return as(draft.state().operator(asker.from()), epoch, action);
    }

    private Draft<Session, SessionRecord> as(@Nullable Owner owner, long epoch, Consumer<Owner> action) {
        if (owner == null || !owner.operator().equals(asker.from())) {
            Ownership.refuse(draft, asker, Condition.FORBIDDEN, "only the session's owner may do that");
        } else if (owner.epoch() != epoch) {
            Ownership.refuse(
                    draft,
                    asker,
                    Condition.UNEXPECTED_REQUEST,
                    "epoch " + epoch + " is not the present one, " + owner.epoch());
        } else {
            action.accept(owner);
        }
        return draft;
    }
}
