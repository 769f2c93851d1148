package org.crossdesk.domain.transfer;

import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.jspecify.annotations.Nullable;

/** What people do beside talking, told on and never kept. Session Transfer, section "What Words Carry". */
final class Showing {
    private Showing() {}

    /** The id of the message that tells the operator this line. */
    static String messageId(Engagement state, long seq) {
        return prefix(state) + seq;
    }

    private static String prefix(Engagement state) {
        return state.session().value() + "-" + state.epoch() + "-";
    }

    /** The operator does something. */
    static void operator(Draft<Engagement, EngagementRecord> draft, EngagementEvent.Signed signed) {
        Engagement state = draft.state();
        if (state.phase() != Phase.ENGAGED) {
            return;
        }
        ChatState activity = signed.state();
        if (activity != null) {
            send(draft, new Activity(state.session(), state.epoch(), activity));
        }
        String id = signed.displayed();
        String seq = id != null && id.startsWith(prefix(state))
                ? id.substring(prefix(state).length())
                : "";
        if (seq.matches("[1-9][0-9]{0,8}") && Long.parseLong(seq) <= state.receivedUpTo()) {
            send(draft, new Displayed(state.session(), state.epoch(), Long.parseLong(seq)));
        }
    }

    private static void send(Draft<Engagement, EngagementRecord> draft, TransferPayload payload) {
        Engagement state = draft.state();
        draft.effect(new Effect.Send(state.operator(), state.call().home(), payload));
    }

    /** The patron is typing, or has stopped. */
    static void patron(Draft<Engagement, EngagementRecord> draft, Activity activity) {
        if (current(draft.state(), activity.epoch())) {
            sign(draft, activity.state(), null);
        }
    }

    /** The patron has seen what the operator said. */
    static void patron(Draft<Engagement, EngagementRecord> draft, Displayed displayed) {
        Engagement state = draft.state();
        RecentNumbers recent = state.recent();
        if (current(state, displayed.epoch()) && recent != null && recent.marks()) {
            String id = RecentNumbers.idUpTo(recent, state.recentIds(), displayed.upTo());
            if (id != null) {
                sign(draft, null, id);
            }
        }
    }

    private static boolean current(Engagement state, long epoch) {
        return state.phase() == Phase.ENGAGED && state.epoch() == epoch;
    }

    private static void sign(
            Draft<Engagement, EngagementRecord> draft, @Nullable ChatState activity, @Nullable String displayed) {
        Engagement state = draft.state();
        draft.effect(new Effect.Sign(state.contact(), state.reader(), activity, displayed));
    }
}
