package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.transfer.Released;

/** How each record changes a session. */
final class SessionEvolution implements SessionRecord.Visitor<Session> {
    private final Session state;

    SessionEvolution(Session state) {
        this.state = state;
    }

    static Session begin(SessionRecord first) {
        if (first instanceof SessionRecord.Opened opened) {
            return new Session(
                    opened.id(),
                    opened.service(),
                    opened.patron(),
                    opened.language(),
                    opened.needs(),
                    opened.steps(),
                    opened.policy(),
                    Transcript.EMPTY,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    false,
                    null);
        }
        throw new IllegalArgumentException("a session can't begin with " + first);
    }

    @Override
    public Session opened(SessionRecord.Opened opened) {
        throw new IllegalArgumentException("a session is opened once");
    }

    @Override
    public Session patronUttered(SessionRecord.PatronUttered uttered) {
        return state.withPatron(uttered.patron(), uttered.messageId())
                .withTranscript(state.transcript().plus(uttered.line()));
    }

    @Override
    public Session operatorUttered(SessionRecord.OperatorUttered uttered) {
        Owner owner = owner(uttered.line().epoch());
        return state.withOwner(owner.said(uttered.line().number()))
                .withTranscript(state.transcript().plus(uttered.line()));
    }

    @Override
    public Session deskUttered(SessionRecord.DeskUttered uttered) {
        return state.withTranscript(state.transcript().plus(uttered.line()));
    }

    @Override
    public Session called(SessionRecord.Called called) {
        return state.withCall(called.call());
    }

    @Override
    public Session callEnded(SessionRecord.CallEnded ended) {
        return state.withCall(null);
    }

    @Override
    public Session ownerChanged(SessionRecord.OwnerChanged changed) {
        if (changed.epoch() != state.epoch() + 1) {
            throw new IllegalArgumentException("epoch " + changed.epoch() + " can't follow " + state.epoch());
        }
        return leaving(Released.Reason.TRANSFERRED)
                .withOwner(new Owner(
                        changed.operator(),
                        changed.question(),
                        changed.epoch(),
                        state.transcript().size(),
                        0,
                        0,
                        0))
                .withCall(null);
    }

    @Override
    public Session progressed(SessionRecord.Progressed progressed) {
        return state.withOwner(
                owner(progressed.epoch()).acked(progressed.ackedUpTo()).sent(progressed.sentUpTo()));
    }

    @Override
    public Session toldNobody(SessionRecord.ToldNobody told) {
        return state.havingToldNobody();
    }

    @Override
    public Session closed(SessionRecord.Closed closed) {
        return leaving(Released.Reason.CLOSED).withCall(null).ended(closed.ending());
    }

    @Override
    public Session releaseTold(SessionRecord.ReleaseTold told) {
        return releaseTold(state, told.epoch());
    }

    private static Session releaseTold(Session session, long epoch) {
        return session.withFormer(session.former().stream()
                .map(one -> one.epoch() == epoch
                        ? new FormerOwner(one.operator(), one.epoch(), one.reason(), one.lastNumber(), true)
                        : one)
                .toList());
    }

    @Override
    public Session ownerLost(SessionRecord.OwnerLost lost) {
        owner(lost.epoch());
        Session left = leaving(Released.Reason.TRANSFERRED).withCall(null);
        return releaseTold(left, lost.epoch());
    }

    private Session leaving(Released.Reason reason) {
        Owner owner = state.owner();
        if (owner == null) {
            return state;
        }
        List<FormerOwner> former = new ArrayList<>(state.former());
        former.add(new FormerOwner(owner.operator(), owner.epoch(), reason, owner.said(), false));
        return state.withFormer(former).withOwner(null);
    }

    private Owner owner(long epoch) {
        Owner owner = state.owner();
        if (owner == null || owner.epoch() != epoch) {
            throw new IllegalArgumentException("epoch " + epoch + " does not own the session");
        }
        return owner;
    }
}
