package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.xml.Element;

/**
 * A service asks a home desk (IQ set, answered by {@link RunningSessions}) which of its sessions run by this service. Ask
 * Services, section "Running Sessions".
 */
public record Running() implements AskPayload {
    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.running(this);
    }
}
