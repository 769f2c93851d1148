package org.crossdesk.runtime;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.session.EarlierSession;
import org.crossdesk.domain.session.Ending;
import org.crossdesk.domain.session.OpenCall;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.QuestionId;
import org.jspecify.annotations.Nullable;

/** The sessions at home at this desk that have not ended. */
final class Sessions extends Keeper<Session, SessionEvent, SessionRecord> {
    /** For so many talks it is remembered what was said last in the session that has been closed. */
    static final int CLOSED_TALKS_MAX = 1_000;

    private record Talk(Address patron, Address service) {}

    /** The session that closed a talk, and the ids of what was said last in it. */
    private record ClosedTalk(EarlierSession session, List<String> recentIds, Instant at) {}

    private final Map<Talk, String> byTalk = new HashMap<>();
    private final Map<QuestionId, String> byQuestion = new HashMap<>();
    private final Map<Address, Set<String>> byPatron = new HashMap<>();
    private final Map<ConversationToken, String> byToken = new HashMap<>();
    private final ClosedConversations closedConversations = new ClosedConversations();
    private final Set<String> followUps = new LinkedHashSet<>();
    private final Map<Talk, ClosedTalk> closedTalks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Talk, ClosedTalk> eldest) {
            return size() > CLOSED_TALKS_MAX;
        }
    };

    Sessions(SessionMachine machine) {
        super(StateKey.Kind.SESSION, machine);
    }

    /** The open session that this patron has with this service. */
    @Nullable
    String of(Address patron, Address service) {
        return byTalk.get(new Talk(patron.bare(), service));
    }

    /** The open sessions of this patron. */
    List<String> of(Address patron) {
        Address bare = patron.bare();
        return List.copyOf(byPatron.getOrDefault(bare, Set.of()));
    }

    /** The session that goes on by this token. */
    @Nullable
    String by(ConversationToken token) {
        return byToken.get(token);
    }

    /** The session that went on by this token and was closed not long ago, if it is remembered. */
    @Nullable
    Session closedBy(ConversationToken token) {
        return closedConversations.get(token);
    }

    /** The session that this patron had with this service before, if it is remembered. */
    @Nullable
    EarlierSession before(Address patron, Address service) {
        ClosedTalk before = closedTalks.get(new Talk(patron.bare(), service));
        return before == null ? null : before.session();
    }

    /** Whether a message is a retry of one that this patron's last session with the service has kept. */
    boolean closedWith(Address patron, Address service, @Nullable String messageId) {
        ClosedTalk before = closedTalks.get(new Talk(patron.bare(), service));
        return messageId != null && before != null && before.recentIds().contains(messageId);
    }

    /** The session that calls by this question. */
    @Nullable
    String calling(QuestionId question) {
        return byQuestion.get(question);
    }

    /** The sessions that wait for somebody of this library to answer them later, in the order that began. */
    Map<String, Session> followUps() {
        Map<String, Session> waiting = new LinkedHashMap<>();
        followUps.forEach(id -> waiting.put(id, Objects.requireNonNull(get(id))));
        return waiting;
    }

    /** How many sessions are neither over nor wait to be answered later. */
    int underWay() {
        return size() - followUps.size();
    }

    /** A session that begins may come to be answered later: where too many are, the one that waits longest is given up. */
    void makeRoomForFollowUp(int most, Turn turn) {
        if (followUps.size() >= most) {
            Alarm noRoom = new Alarm(Alarm.Kind.FOLLOW_UP, "no room");
            happen(followUps.iterator().next(), new SessionEvent.Rang(noRoom), turn);
        }
    }

    private static boolean waitsForLater(Session state) {
        return state.followUp() != null && state.owner() == null;
    }

    @Override
    Leaving leaving(Session state) {
        return state.settled() ? Leaving.ENDED : Leaving.STAYS;
    }

    @Override
    boolean begins(SessionRecord record) {
        return record instanceof SessionRecord.Opened || record instanceof SessionRecord.Standing;
    }

    @Override
    SessionRecord standing(Session state) {
        return new SessionRecord.Standing(state.unheard());
    }

    @Override
    void ended(Session state) {
        // One that nobody had to be told of is never seen closed and still here.
        replayEnded(state);
    }

    /** A session that ended before the desk started. */
    void replayEnded(Session state) {
        closedConversations.remember(state);
        rememberClosed(new Talk(state.patron().bare(), state.service()), state);
    }

    private void rememberClosed(Talk talk, Session state) {
        Ending ending = state.ending();
        Instant at = ending == null ? Instant.MIN : ending.at();
        ClosedTalk known = closedTalks.get(talk);
        if (known != null && known.at().isAfter(at)) {
            // It was closed before another one, and the last of its operators' desks has heard of it only now.
            return;
        }
        closedTalks.remove(talk);
        closedTalks.put(talk, new ClosedTalk(EarlierSession.of(state), state.recentIds(), at));
    }

    @Override
    long bytes(Session state) {
        return 1_000 + state.transcript().bytes();
    }

    @Override
    boolean kept(SessionRecord record) {
        return record.kept();
    }

    @Override
    void changed(String id, @Nullable Session before, @Nullable Session after) {
        if (before != null && after != null && indexedAlike(before, after)) {
            return;
        }
        if (after != null && waitsForLater(after)) {
            followUps.add(id);
        } else {
            followUps.remove(id);
        }
        if (before != null) {
            for (Address account : before.accounts()) {
                byTalk.remove(new Talk(account, before.service()), id);
                byPatron.computeIfPresent(account, (patron, ids) -> {
                    ids.remove(id);
                    return ids.isEmpty() ? null : ids;
                });
            }
            before.token().ifPresent(token -> byToken.remove(token, id));
            OpenCall call = before.call();
            if (call != null) {
                byQuestion.remove(call.question());
            }
        }
        if (after != null) {
            if (after.closed()) {
                closedConversations.remember(after);
                rememberClosed(new Talk(after.patron().bare(), after.service()), after);
            } else {
                after.token().ifPresent(token -> byToken.put(token, id));
                for (Address account : after.accounts()) {
                    byTalk.put(new Talk(account, after.service()), id);
                    byPatron.computeIfAbsent(account, any -> new LinkedHashSet<>())
                            .add(id);
                }
            }
            OpenCall call = after.call();
            if (call != null) {
                byQuestion.put(call.question(), id);
            }
        }
    }

    /** Most changes are a line more, which no index holds. */
    private static boolean indexedAlike(Session before, Session after) {
        return before.patron().equals(after.patron())
                && before.service().equals(after.service())
                && before.token().equals(after.token())
                && before.accounts().equals(after.accounts())
                && before.closed() == after.closed()
                && waitsForLater(before) == waitsForLater(after)
                && Objects.equals(before.call(), after.call());
    }
}
