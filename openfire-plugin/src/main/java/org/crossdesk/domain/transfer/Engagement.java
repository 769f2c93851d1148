package org.crossdesk.domain.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.Recent;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Part;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.session.Role;
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
 * @param role what they are beside the owner, once engaged; none: the owner
 * @param away whether no client of theirs has been there for a while
 * @param closing how the operator wants it closed, while that is under way
 * @param tries how often something was sent to the home desk in vain since it last took anything
 * @param followsUp whether it is theirs to be answered later, and takes none of their places until then
 * @param recent which numbers the messages of {@code recentIds} got
 * @param toldOf the question of which they were told last that it came to nothing
 * @param ringsUntil how long it rings, or rang. Null in what earlier versions stored
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
        List<String> recentIds,
        @Nullable Role role,
        boolean away,
        @Nullable Closing closing,
        @Nullable Integer tries,
        @Nullable Boolean followsUp,
        @Nullable RecentNumbers recent,
        @Nullable QuestionId toldOf,
        @Nullable Instant ringsUntil) {
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
        return phase == Phase.ACCEPTING || (phase == Phase.ENGAGED && !later());
    }

    /** Whether one of the operator's places is kept for it: from the ring on, so that all that ring fit in. */
    public boolean reserved() {
        return phase != Phase.OVER && !later();
    }

    /** Whether it is theirs to be answered later. */
    boolean later() {
        return followsUp != null && followsUp;
    }

    /** Whether they own the session, and are not only beside its owner. */
    public boolean owns() {
        return phase == Phase.ENGAGED && role == null;
    }

    /** How they stand in the session. */
    public Part part() {
        return Telling.part(this);
    }

    Engagement in(Phase changed) {
        Change change = new Change(this);
        change.phase = changed;
        return change.made();
    }

    Engagement engaged(long newEpoch, long transcript, @Nullable Role newRole) {
        Change change = new Change(this);
        change.phase = Phase.ENGAGED;
        change.tries = null;
        change.epoch = newEpoch;
        change.transcriptUpTo = transcript;
        change.role = newRole;
        return change.made();
    }

    Engagement wrote(Pending words, Address from, @Nullable String messageId, boolean markable) {
        Change change = new Change(this);
        List<Pending> more = new ArrayList<>(pending);
        more.add(words);
        change.pending = more;
        change.client = from;
        change.said = words.number();
        if (messageId != null) {
            change.recentIds = Recent.plus(recentIds, messageId, RECENT_IDS_MAX);
            change.recent = RecentNumbers.plus(recent, words.number(), markable, RECENT_IDS_MAX);
        }
        return change.made();
    }

    Engagement received(long upTo, long takenUpTo) {
        Change change = new Change(this);
        change.receivedUpTo = upTo;
        if (takenUpTo > 0) {
            change.tries = null;
            change.pending =
                    pending.stream().filter(one -> one.number() > takenUpTo).toList();
        }
        return change.made();
    }

    Engagement unsaid(long number) {
        Change change = new Change(this);
        change.pending = pending.stream().filter(one -> one.number() != number).toList();
        return change.made();
    }

    Engagement absent(boolean nowAway) {
        Change change = new Change(this);
        change.away = nowAway;
        return change.made();
    }

    Engagement toldOf(QuestionId question) {
        Change change = new Change(this);
        change.toldOf = question;
        return change.made();
    }

    Engagement answeredLater() {
        Change change = new Change(this);
        change.followsUp = true;
        change.closing = null;
        return change.made();
    }

    /** Whether this service rings for this question. */
    public boolean ringsFor(QuestionId question, Address ringing) {
        return phase == Phase.RINGING && call.question().equals(question) && service.equals(ringing);
    }

    int vainTries() {
        return tries == null ? 0 : tries;
    }

    Engagement tried(int inVain) {
        Change change = new Change(this);
        change.tries = inVain;
        return change.made();
    }

    Engagement closing(@Nullable Closing how) {
        Change change = new Change(this);
        change.closing = how;
        return change.made();
    }

    /** An engagement in the making: what it was, but for what is set. */
    private static final class Change {
        private final Engagement before;
        private @Nullable Address client;
        private Phase phase;
        private long epoch;
        private long transcriptUpTo;
        private long receivedUpTo;
        private long said;
        private List<Pending> pending;
        private List<String> recentIds;
        private @Nullable Role role;
        private boolean away;
        private @Nullable Closing closing;
        private @Nullable Integer tries;
        private @Nullable Boolean followsUp;
        private @Nullable RecentNumbers recent;
        private @Nullable QuestionId toldOf;

        Change(Engagement before) {
            this.before = before;
            this.client = before.client;
            this.phase = before.phase;
            this.epoch = before.epoch;
            this.transcriptUpTo = before.transcriptUpTo;
            this.receivedUpTo = before.receivedUpTo;
            this.said = before.said;
            this.pending = before.pending;
            this.recentIds = before.recentIds;
            this.role = before.role;
            this.away = before.away;
            this.closing = before.closing;
            this.tries = before.tries;
            this.followsUp = before.followsUp;
            this.recent = before.recent;
            this.toldOf = before.toldOf;
        }

        Engagement made() {
            return new Engagement(
                    before.operator,
                    before.account,
                    client,
                    before.call,
                    before.service,
                    phase,
                    epoch,
                    transcriptUpTo,
                    receivedUpTo,
                    said,
                    pending,
                    recentIds,
                    role,
                    away,
                    closing,
                    tries,
                    followsUp,
                    recent,
                    toldOf,
                    before.ringsUntil);
        }
    }
}
