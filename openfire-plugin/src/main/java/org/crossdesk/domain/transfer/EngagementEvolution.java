package org.crossdesk.domain.transfer;

import java.util.List;
import org.crossdesk.protocol.session.Utterance;

/** How each record changes an engagement. */
final class EngagementEvolution implements EngagementRecord.Visitor<Engagement> {
    private final Engagement state;

    EngagementEvolution(Engagement state) {
        this.state = state;
    }

    static Engagement begin(EngagementRecord first) {
        if (first instanceof EngagementRecord.Rung rung) {
            List<String> saidBefore = rung.saidBefore();
            return new Engagement(
                    rung.operator(),
                    rung.account(),
                    null,
                    rung.call(),
                    rung.service(),
                    Phase.RINGING,
                    0,
                    0,
                    0,
                    0,
                    List.of(),
                    saidBefore == null ? List.of() : saidBefore,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    rung.until());
        }
        if (first instanceof EngagementRecord.Standing standing) {
            return standing.engagement();
        }
        throw new IllegalArgumentException("an engagement can't begin with " + first);
    }

    @Override
    public Engagement rung(EngagementRecord.Rung rung) {
        return begin(rung);
    }

    @Override
    public Engagement accepting(EngagementRecord.Accepting accepting) {
        return state.in(Phase.ACCEPTING);
    }

    @Override
    public Engagement wrote(EngagementRecord.Wrote wrote) {
        return state.wrote(wrote.words(), wrote.client(), wrote.messageId(), Boolean.TRUE.equals(wrote.markable()));
    }

    @Override
    public Engagement engaged(EngagementRecord.Engaged engaged) {
        return state.engaged(engaged.epoch(), engaged.transcriptUpTo(), engaged.role());
    }

    @Override
    public Engagement received(EngagementRecord.Received received) {
        long upTo = state.receivedUpTo();
        long taken = 0;
        for (Utterance utterance : received.utterances()) {
            upTo = utterance.seq();
            Long own = utterance.own();
            taken = own == null ? taken : Math.max(taken, own);
        }
        return state.received(upTo, taken);
    }

    @Override
    public Engagement unsaid(EngagementRecord.Unsaid unsaid) {
        return state.unsaid(unsaid.number());
    }

    @Override
    public Engagement absent(EngagementRecord.Absent absent) {
        return state.absent(absent.away());
    }

    @Override
    public Engagement triedInVain(EngagementRecord.TriedInVain tried) {
        return state.tried(state.vainTries() + 1);
    }

    @Override
    public Engagement closingAsked(EngagementRecord.ClosingAsked asked) {
        return state.closing(asked.closing());
    }

    @Override
    public Engagement closingRefused(EngagementRecord.ClosingRefused refused) {
        return state.closing(null);
    }

    @Override
    public Engagement failureHeard(EngagementRecord.FailureHeard heard) {
        return state.toldOf(heard.question());
    }

    @Override
    public Engagement followUpKept(EngagementRecord.FollowUpKept kept) {
        return state.answeredLater();
    }

    @Override
    public Engagement standing(EngagementRecord.Standing standing) {
        return standing.engagement();
    }

    @Override
    public Engagement over(EngagementRecord.Over over) {
        return state.in(Phase.OVER);
    }
}
