package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * {@code <part/>} on a message from a session's contact address to the operator's client: how the operator stands in the
 * session from now on. Ask Services, section "The Operator's Client".
 *
 * @param role what they are beside the owner; none: the owner, or about to be
 * @param later whether it is theirs to be answered later
 */
public record Part(Phase phase, @Nullable Role role, boolean later) implements AskPayload {
    /** How far an operator is with a session. */
    public enum Phase {
        /** It is offered to them. */
        RINGING,
        /** They have taken it, and the home desk has not answered yet. */
        ACCEPTING,
        /** They are in it. */
        ENGAGED,
        /** Nothing more comes of it. */
        OVER
    }

    @Override
    public Element toElement() {
        return ConsoleCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.part(this);
    }
}
