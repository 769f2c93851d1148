package org.crossdesk.protocol.ask;

import java.time.Instant;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * How a service stands, over all its tiers. Ask Services, section "Whether Somebody Can Answer".
 *
 * @param state whether somebody can answer
 * @param until with {@link State#CLOSED}, when it opens, if that can be foreseen
 * @param via the services by which that is so, from the one that is asked next to the one that stands so; none: its own
 *     staff room
 */
public record ServiceStatus(State state, @Nullable Instant until, List<Address> via) implements AskPayload {
    /** Whether somebody can answer. */
    public enum State {
        /** Somebody is free. */
        OPEN,
        /** Somebody is on duty, and all have as many sessions as they can take. */
        BUSY,
        /** It is open by its hours, and nobody is there. */
        AWAY,
        /** It is closed by its hours. */
        CLOSED
    }

    public ServiceStatus {
        if (until != null) {
            until = Bounds.time("until", until);
        }
        via = Bounds.list("via", via, Bounds.HOPS_MAX);
    }

    @Override
    public Element toElement() {
        return AskCodec.encode(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.serviceStatus(this);
    }
}
