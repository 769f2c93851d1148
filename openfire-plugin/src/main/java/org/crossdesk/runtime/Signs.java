package org.crossdesk.runtime;

import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;

/** What people do beside talking. It is dropped where there is too much to do, and nobody hears of that. */
public final class Signs {
    private final Loop loop;
    private final Sessions sessions;
    private final Engagements engagements;

    Signs(Loop loop, Sessions sessions, Engagements engagements) {
        this.loop = loop;
        this.sessions = sessions;
        this.engagements = engagements;
    }

    /** A patron's client tells a service. */
    public void ofPatron(Address patron, Address service, SessionEvent.PatronSigned signed) {
        loop.submit(
                "signs " + patron.bare(),
                turn -> {
                    String open = sessions.of(patron, service);
                    if (open != null) {
                        sessions.happen(open, signed, turn);
                    }
                },
                () -> {});
    }

    /** The client of one of our operators tells a session. */
    public void ofOperator(String handle, SessionId session, EngagementEvent.Signed signed) {
        loop.submit(
                "signs " + handle, turn -> engagements.happen(Engagements.id(session, handle), signed, turn), () -> {});
    }
}
