package org.crossdesk.runtime;

import java.util.HashMap;
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
    private record Talk(Address patron, Address service) {}

    private final Map<Talk, String> byTalk = new HashMap<>();
    private final Map<QuestionId, String> byQuestion = new HashMap<>();

    Sessions(SessionMachine machine) {
        super(StateKey.Kind.SESSION, machine);
    }

    /** The open session that this patron has with this service. */
    @Nullable
    String of(Address patron, Address service) {
        return byTalk.get(new Talk(patron.bare(), service));
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
            if (!after.closed()) {
                byTalk.put(new Talk(after.patron().bare(), after.service()), id);
            }
            OpenCall call = after.call();
            if (call != null) {
                byQuestion.put(call.question(), id);
            }
        }
    }
}
