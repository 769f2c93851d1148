package org.crossdesk.runtime;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.session.OpenCall;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.domain.session.SessionRecord;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.QuestionId;
import org.jspecify.annotations.Nullable;

/** The sessions at home at this desk that have not ended. */
final class Sessions extends Keeper<Session, SessionEvent, SessionRecord> {
    /** For so many talks it is remembered what was said last in the session that has been closed. */
    private static final int CLOSED_TALKS_MAX = 1_000;

    private record Talk(Address patron, Address service) {}

    private final Map<Talk, String> byTalk = new HashMap<>();
    private final Map<QuestionId, String> byQuestion = new HashMap<>();
    private final Map<Talk, List<String>> closedTalks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Talk, List<String>> eldest) {
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

    /** Whether a message is a retry of one that this patron's last session with the service has kept. */
    boolean closedWith(Address patron, Address service, @Nullable String messageId) {
        return messageId != null
                && closedTalks
                        .getOrDefault(new Talk(patron.bare(), service), List.of())
                        .contains(messageId);
    }

    /** The session that calls by this question. */
    @Nullable
    String calling(QuestionId question) {
        return byQuestion.get(question);
    }

    @Override
    Leaving leaving(Session state) {
        return state.settled() ? Leaving.ENDED : Leaving.STAYS;
    }

    @Override
    boolean kept(SessionRecord record) {
        return record.kept();
    }

    @Override
    void changed(String id, @Nullable Session before, @Nullable Session after) {
        if (before != null) {
            byTalk.remove(new Talk(before.patron().bare(), before.service()), id);
            OpenCall call = before.call();
            if (call != null) {
                byQuestion.remove(call.question());
            }
        }
        if (after != null) {
            Talk talk = new Talk(after.patron().bare(), after.service());
            if (after.closed()) {
                closedTalks.remove(talk);
                closedTalks.put(talk, after.recentIds());
            } else {
                byTalk.put(talk, id);
            }
            OpenCall call = after.call();
            if (call != null) {
                byQuestion.put(call.question(), id);
            }
        }
    }
}
