package org.crossdesk.domain.transfer;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * An operator's part in one session, at the operator's own desk. Immutable.
 *
 * @param operator the handle: {@code ask.<domain>/<handle>}
 * @param account the operator's account, never told to another desk
 * @param client the client the operator wrote from last, if any
 * @param call what the offer said of the session
 * @param service the service that rang
 * @param phase how far it has come
 * @param epoch the ownership, once engaged; 0 before
 * @param transcriptUpTo the last line of before
 * @param receivedUpTo lines up to this one are here
 * @param said how much the operator has said
 * @param pending what of that the home desk has not taken yet
 * @param recentIds ids of the operator's last messages, so that a retry is one utterance
 */
public record Engagement(
        Address operator,
        Address account,
        @Nullable Address client,
        Call call,
        Address service,
        Phase phase,
        long epoch,
        long transcriptUpTo,
        long receivedUpTo,
        long said,
        List<Pending> pending,
        List<String> recentIds) {
    /** How many of the operator's message ids are remembered. */
    static final int RECENT_IDS_MAX = 64;

    public Engagement {
        pending = List.copyOf(pending);
        recentIds = List.copyOf(recentIds);
    }

    /** The session. */
    public SessionId session() {
        return call.session();
    }

    /** The handle alone. */
    public String handle() {
        String handle = operator.resource();
        if (handle == null) {
            throw new IllegalStateException("an operator has a handle");
        }
        return handle;
    }

    /** The contact that stands for the session in the operator's client. */
    public Address contact() {
        return contact(operator.domain(), session());
    }

    /** The contact that stands for a session at a desk. */
    public static Address contact(String deskDomain, SessionId session) {
        return new Address("s-" + session.value(), deskDomain, null);
    }

    /** Where the operator reads: the client used last, or wherever they are. */
    public Address reader() {
        return client == null ? account : client;
    }

    /** Whether it takes one of the operator's places. */
    public boolean busy() {
        return phase == Phase.ACCEPTING || phase == Phase.ENGAGED;
    }

    /** Whether one of the operator's places is kept for it: from the ring on, so that all that ring fit in. */
    public boolean reserved() {
        return phase != Phase.OVER;
    }

    Engagement in(Phase changed) {
        return new Engagement(
                operator,
                account,
                client,
                call,
                service,
                changed,
                epoch,
                transcriptUpTo,
                receivedUpTo,
                said,
                pending,
                recentIds);
    }

    Engagement engaged(long newEpoch, long transcript) {
        return new Engagement(
                operator,
                account,
                client,
                call,
                service,
                Phase.ENGAGED,
                newEpoch,
                transcript,
                receivedUpTo,
                said,
                pending,
                recentIds);
    }

    Engagement wrote(Pending words, Address from, @Nullable String messageId) {
        List<Pending> more = new ArrayList<>(pending);
        more.add(words);
        List<String> ids = recentIds;
        if (messageId != null) {
            ids = new ArrayList<>(recentIds);
            ids.add(messageId);
            ids = ids.subList(Math.max(0, ids.size() - RECENT_IDS_MAX), ids.size());
        }
        return new Engagement(
                operator,
                account,
                from,
                call,
                service,
                phase,
                epoch,
                transcriptUpTo,
                receivedUpTo,
                words.number(),
                more,
                ids);
    }

    Engagement received(long upTo, long takenUpTo) {
        return new Engagement(
                operator,
                account,
                client,
                call,
                service,
                phase,
                epoch,
                transcriptUpTo,
                upTo,
                said,
                pending.stream().filter(one -> one.number() > takenUpTo).toList(),
                recentIds);
    }

    Engagement unsaid(long from) {
        return new Engagement(
                operator,
                account,
                client,
                call,
                service,
                phase,
                epoch,
                transcriptUpTo,
                receivedUpTo,
                Math.min(said, from - 1),
                pending.stream().filter(one -> one.number() < from).toList(),
                recentIds);
    }
}
