package org.crossdesk.protocol.ask;

import java.util.List;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;

/**
 * The sessions of a home desk that run by a service, as much as that library shows. Ask Services, section "Running
 * Sessions".
 *
 * @param count how many run
 * @param sessions what is shown of them, those that began first before the others; perhaps nothing
 */
public record RunningSessions(int count, List<RunningSession> sessions) implements AskPayload {
    public RunningSessions {
        Bounds.range("count", count, 0, Integer.MAX_VALUE);
        sessions = Bounds.list("sessions", sessions, Bounds.RUNNING_MAX);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.runningSessions(this);
    }
}
