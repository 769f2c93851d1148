package org.crossdesk.domain.transfer;

import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.crossdesk.protocol.transfer.TransferRequest;

/** What an operator may do to a session, by the phase their part is in. */
final class Acting {
    private final Telling telling;
    private final HomeDoor homeDoor;

    Acting(Telling telling, HomeDoor homeDoor) {
        this.telling = telling;
        this.homeDoor = homeDoor;
    }

    OperatorAct.Visitor<Draft<Engagement, EngagementRecord>> on(Draft<Engagement, EngagementRecord> draft) {
        return new OperatorAct.Visitor<>() {
            private final Engagement state = draft.state();

            @Override
            public Draft<Engagement, EngagementRecord> take(OperatorAct.Take take) {
                switch (state.phase()) {
                    case RINGING -> homeDoor.accept(draft);
                    case ACCEPTING, ENGAGED -> telling.note(draft, Phrase.OPERATOR_HAS_IT);
                    case OVER -> telling.note(draft, Phrase.OPERATOR_SESSION_OVER);
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> decline(OperatorAct.Decline decline) {
                switch (state.phase()) {
                    case RINGING -> {
                        EngagementMachine.decline(draft, Decline.Reason.DECLINED);
                        draft.entry(new LedgerEntry(
                                LedgerEntry.Kind.DECLINED_FOR,
                                LibraryDomain.of(state.call().home()),
                                null,
                                null));
                        telling.over(draft, Phrase.OPERATOR_DECLINED);
                    }
                    case ACCEPTING, ENGAGED -> telling.note(draft, Phrase.OPERATOR_HAS_IT);
                    case OVER -> telling.note(draft, Phrase.OPERATOR_SESSION_OVER);
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> handOver(OperatorAct.HandOver handOver) {
                if (owns()) {
                    telling.note(draft, Phrase.OPERATOR_TRANSFER_LOOKING, telling.words(handOver.needs()));
                    draft.effect(new Effect.Ask(
                            state.operator(),
                            state.call().home(),
                            new TransferRequest(
                                    state.session(),
                                    state.epoch(),
                                    handOver.needs(),
                                    handOver.target(),
                                    handOver.summary(),
                                    handOver.role(),
                                    handOver.back())));
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> keep(OperatorAct.Keep keep) {
                if (owns()) {
                    draft.effect(new Effect.Ask(
                            state.operator(), state.call().home(), new TransferCancel(state.session(), state.epoch())));
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> close(OperatorAct.Close close) {
                if (owns()) {
                    Tags tags = close.tags();
                    draft.record(new EngagementRecord.ClosingAsked(
                            new Closing(close.resolution(), close.read(), tags.none() ? null : tags)));
                    homeDoor.close(draft);
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> leave(OperatorAct.Leave leave) {
                if (engaged()) {
                    if (state.role() == null) {
                        telling.note(draft, Phrase.OPERATOR_NOT_BESIDE);
                    } else {
                        ask(new Leave(state.session(), state.epoch()));
                    }
                }
                return draft;
            }

            @Override
            public Draft<Engagement, EngagementRecord> drop(OperatorAct.Drop drop) {
                if (owns()) {
                    ask(new Drop(state.session(), state.epoch(), drop.operator()));
                }
                return draft;
            }

            private void ask(TransferPayload payload) {
                draft.effect(new Effect.Ask(state.operator(), state.call().home(), payload));
            }

            private boolean owns() {
                if (engaged() && state.role() != null) {
                    telling.note(draft, Phrase.OPERATOR_OWNER_ONLY);
                    return false;
                }
                return state.owns();
            }

            private boolean engaged() {
                if (state.phase() == Phase.ENGAGED) {
                    return true;
                }
                telling.note(
                        draft,
                        state.phase() == Phase.OVER
                                ? Phrase.OPERATOR_SESSION_OVER
                                : Phrase.OPERATOR_COMMAND_NEEDS_SESSION);
                return false;
            }
        };
    }
}
