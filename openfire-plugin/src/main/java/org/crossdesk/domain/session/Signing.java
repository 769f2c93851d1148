package org.crossdesk.domain.session;

import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.TransferPayload;
import org.jspecify.annotations.Nullable;

/** What people do beside talking, told on and never kept. Session Transfer, section "What Words Carry". */
final class Signing {
    private Signing() {}

    /** The id of the message that tells the patron this line. */
    static String messageId(SessionId session, long seq) {
        return session.value() + "-" + seq;
    }

    /** The line that the message of this id told the patron, if it is one. */
    static @Nullable Line line(Session state, String messageId) {
        String prefix = state.id().value() + "-";
        String seq = messageId.startsWith(prefix) ? messageId.substring(prefix.length()) : "";
        return seq.matches("[1-9][0-9]{0,8}")
                ? state.transcript().from(Long.parseLong(seq), 1).stream()
                        .findFirst()
                        .orElse(null)
                : null;
    }

    static void patron(Draft<Session, SessionRecord> draft, SessionEvent.PatronSigned signed) {
        Session state = draft.state();
        ChatState activity = signed.state();
        if (activity != null) {
            state.operators().forEach(one -> send(draft, one, new Activity(state.id(), one.epoch(), activity)));
        }
        String displayed = signed.displayed();
        Line seen = displayed == null ? null : line(state, displayed);
        Owner speaker = seen == null || seen.speaker() != Speaker.OPERATOR ? null : state.operator(seen.epoch());
        if (seen != null && speaker != null) {
            send(draft, speaker, new Displayed(state.id(), speaker.epoch(), seen.number()));
        }
    }

    /** Everybody in it hears that the patron is there again, or that no client of theirs is. */
    static void presence(Draft<Session, SessionRecord> draft, boolean there) {
        draft.state().operators().forEach(one -> presence(draft, one, there));
    }

    /** Who comes into it while the patron is gone has not heard them go. */
    static void presenceTo(Draft<Session, SessionRecord> draft, Address operator) {
        Owner one = draft.state().operator(operator);
        if (one != null && draft.state().patronGoneSince() != null) {
            presence(draft, one, false);
        }
    }

    private static void presence(Draft<Session, SessionRecord> draft, Owner one, boolean there) {
        ChatState state = there ? ChatState.ACTIVE : ChatState.INACTIVE;
        send(draft, one, new Activity(draft.state().id(), one.epoch(), state));
    }

    private static void send(Draft<Session, SessionRecord> draft, Owner one, TransferPayload payload) {
        draft.effect(new Effect.Send(draft.state().home(), one.operator(), payload));
    }

    static void operator(Draft<Session, SessionRecord> draft, Address from, Activity activity) {
        if (talksWithPatron(draft.state(), from, activity.epoch())) {
            sign(draft, activity.state(), null);
        }
    }

    static void operator(Draft<Session, SessionRecord> draft, Address from, Displayed displayed) {
        Session state = draft.state();
        RecentNumbers recent = state.recent();
        if (talksWithPatron(state, from, displayed.epoch()) && recent != null && recent.marks()) {
            String id = RecentNumbers.idUpTo(recent, state.recentIds(), displayed.upTo());
            if (id != null) {
                sign(draft, null, id);
            }
        }
    }

    private static void sign(
            Draft<Session, SessionRecord> draft, @Nullable ChatState activity, @Nullable String displayed) {
        Session state = draft.state();
        state.audience().forEach(client -> draft.effect(new Effect.Sign(state.service(), client, activity, displayed)));
    }

    /** Of a consultant the patron hears nothing. */
    private static boolean talksWithPatron(Session state, Address from, long epoch) {
        Owner one = state.operator(epoch);
        return one != null && one.operator().equals(from) && one.role() != Role.CONSULTANT;
    }
}
