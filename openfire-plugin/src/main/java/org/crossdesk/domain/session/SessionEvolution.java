package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.transfer.Released;
import org.jspecify.annotations.Nullable;

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
                    List.of(),
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        if (first instanceof SessionRecord.Standing standing) {
            return standing.session();
        }
        throw new IllegalArgumentException("a session can't begin with " + first);
    }

    @Override
    public Session opened(SessionRecord.Opened opened) {
        throw new IllegalArgumentException("a session is opened once");
    }

    @Override
    public Session patronUttered(SessionRecord.PatronUttered uttered) {
        return state.withPatron(
                        uttered.patron(),
                        uttered.messageId(),
                        uttered.line().seq(),
                        Boolean.TRUE.equals(uttered.markable()))
                .withTranscript(state.transcript().plus(uttered.line()));
    }

    @Override
    public Session operatorUttered(SessionRecord.OperatorUttered uttered) {
        Owner speaker = operator(uttered.line().epoch());
        return state.withOperator(speaker.said(uttered.line().number()))
                .withTranscript(state.transcript().plus(uttered.line()));
    }

    @Override
    public Session sayRefused(SessionRecord.SayRefused refused) {
        return state.withOperator(operator(refused.epoch()).refusing(refused.number()));
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

    /** The service that the call is at. */
    private @Nullable Address called() {
        OpenCall call = state.call();
        return call == null ? null : call.step().service();
    }

    @Override
    public Session ownerChanged(SessionRecord.OwnerChanged changed) {
        if (changed.epoch() != state.epoch() + 1) {
            throw new IllegalArgumentException("epoch " + changed.epoch() + " can't follow " + state.epoch());
        }
        return leaving(Released.Reason.TRANSFERRED)
                .withOwner(Owner.fresh(
                        changed.operator(),
                        changed.question(),
                        changed.epoch(),
                        state.transcript().size(),
                        null,
                        called()))
                .withHeld(null)
                .withFollowUp(null)
                .withCall(null);
    }

    @Override
    public Session progressed(SessionRecord.Progressed progressed) {
        return state.withOperator(operator(progressed.epoch())
                .progressed(progressed.sentUpTo(), progressed.ackedUpTo(), progressed.tries()));
    }

    @Override
    public Session toldNobody(SessionRecord.ToldNobody told) {
        return state.havingToldNobody();
    }

    @Override
    public Session closed(SessionRecord.Closed closed) {
        Released.Reason reason = closed.reason() == null ? Released.Reason.CLOSED : closed.reason();
        return new SessionEvolution(alone())
                .leaving(reason)
                .withHeld(null)
                .withCall(null)
                .ended(closed.ending());
    }

    @Override
    public Session transferFailed(SessionRecord.TransferFailed failed) {
        return state.withUntold(failed.failure());
    }

    @Override
    public Session failureTold(SessionRecord.FailureTold told) {
        NotTransferred untold = state.untold();
        return untold != null && untold.question().equals(told.question()) ? state.withUntold(null) : state;
    }

    private Session alone() {
        Session alone = state;
        for (Owner one : state.beside()) {
            alone = new SessionEvolution(alone).without(one);
        }
        return alone;
    }

    @Override
    public Session followUpBegan(SessionRecord.FollowUpBegan began) {
        Session alone = alone();
        boolean kept = began.followUp().resolution() == Resolution.FOLLOW_UP_BY_ME;
        Released.Reason reason = began.reason() == null ? Released.Reason.CLOSED : began.reason();
        Session left = kept ? alone : new SessionEvolution(alone).leaving(reason);
        return left.withHeld(null).withCall(null).withPatronGoneSince(null).withFollowUp(began.followUp());
    }

    @Override
    public Session followUpEnded(SessionRecord.FollowUpEnded ended) {
        return leaving(Released.Reason.TAKEN_BACK).withHeld(null).withCall(null).withFollowUp(null);
    }

    @Override
    public Session releaseTold(SessionRecord.ReleaseTold told) {
        return releaseTold(state, told.epoch());
    }

    private static Session releaseTold(Session session, long epoch) {
        return session.withFormer(session.former().stream()
                .map(one -> one.epoch() == epoch ? one.havingBeenTold() : one)
                .toList());
    }

    @Override
    public Session formerHeard(SessionRecord.FormerHeard heard) {
        return state.withFormer(state.former().stream()
                .map(one -> one.epoch() == heard.epoch() ? one.havingBeenHeard() : one)
                .toList());
    }

    @Override
    public Session ownerLost(SessionRecord.OwnerLost lost) {
        if (state.former(lost.epoch()) != null) {
            return releaseTold(state, lost.epoch());
        }
        owner(lost.epoch());
        Session left = leaving(Released.Reason.TRANSFERRED).withHeld(null).withCall(null);
        return releaseTold(left, lost.epoch());
    }

    @Override
    public Session joined(SessionRecord.Joined joined) {
        if (joined.epoch() != state.epoch() + 1) {
            throw new IllegalArgumentException("epoch " + joined.epoch() + " can't follow " + state.epoch());
        }
        List<Owner> more = new ArrayList<>(state.beside());
        more.add(Owner.fresh(
                joined.operator(),
                joined.question(),
                joined.epoch(),
                state.transcript().size(),
                joined.role(),
                called()));
        return state.withBeside(more).withCall(null);
    }

    @Override
    public Session dropped(SessionRecord.Dropped dropped) {
        return without(operator(dropped.epoch()));
    }

    private Session without(Owner one) {
        List<FormerOwner> former = new ArrayList<>(state.former());
        former.add(new FormerOwner(one.operator(), one.epoch(), Released.Reason.DROPPED, one.lastTaken(), false, null));
        return state.withFormer(former)
                .withBeside(state.beside().stream()
                        .filter(other -> other.epoch() != one.epoch())
                        .toList());
    }

    @Override
    public Session held(SessionRecord.OwnerHeld held) {
        return state.withHeld(held.held());
    }

    @Override
    public Session resumed(SessionRecord.OwnerResumed resumed) {
        return state.withHeld(null);
    }

    @Override
    public Session takenBack(SessionRecord.TakenBack takenBack) {
        owner(takenBack.epoch());
        return leaving(Released.Reason.TAKEN_BACK).withHeld(null).withCall(null);
    }

    @Override
    public Session patronGone(SessionRecord.PatronGone gone) {
        return state.withPatronGoneSince(gone.since());
    }

    @Override
    public Session patronReturned(SessionRecord.PatronReturned returned) {
        return state.withPatronGoneSince(null);
    }

    @Override
    public Session patronMoved(SessionRecord.PatronMoved moved) {
        return state.withWhereabouts(state.at().moved(moved.token(), moved.addresses()));
    }

    @Override
    public Session patronThere(SessionRecord.PatronThere there) {
        return state.withWhereabouts(state.at().withThere(there.there()));
    }

    @Override
    public Session standing(SessionRecord.Standing standing) {
        return standing.session();
    }

    private Session leaving(Released.Reason reason) {
        Owner owner = state.owner();
        if (owner == null) {
            return state;
        }
        List<FormerOwner> former = new ArrayList<>(state.former());
        // Who hands over or closes knows that they own it; the patron may leave somebody who does not yet.
        // (Acknowledgements are not written down, and so can't decide it: a restart would decide anew.)
        boolean unheard = reason == Released.Reason.PATRON_LEFT && owner.said() == 0;
        former.add(new FormerOwner(
                owner.operator(), owner.epoch(), reason, owner.lastTaken(), false, unheard ? true : null));
        return state.withFormer(former).withOwner(null).withUntold(null);
    }

    private Owner operator(long epoch) {
        Owner one = state.operator(epoch);
        if (one == null) {
            throw new IllegalArgumentException("nobody is in the session by epoch " + epoch);
        }
        return one;
    }

    private Owner owner(long epoch) {
        Owner owner = state.owner();
        if (owner == null || owner.epoch() != epoch) {
            throw new IllegalArgumentException("epoch " + epoch + " does not own the session");
        }
        return owner;
    }
}
