package org.crossdesk.runtime;

import org.crossdesk.domain.Effect;

/**
 * The one door out. Called by the loop's thread after the records are kept; must not block on a slow peer, and keeps
 * the order of what goes to one address.
 */
public interface Outlet {
    /** The effects of a turn come now, so many of them. */
    default void begin(int effects) {}

    /** Sends a payload; if it comes back refused, that goes to {@link Desk#answered} with {@code origin}. */
    void send(Effect.Send send, StateKey origin);

    /** Asks another desk; what comes of it goes to {@link Desk#answered} with {@code origin}. */
    void ask(Effect.Ask ask, StateKey origin);

    /** Answers whoever asked. */
    void answer(Effect.Answer answer);

    /** Refuses whoever asked. */
    void refuse(Effect.Refuse refuse);

    /** Writes to a person. */
    void tell(Effect.Tell tell);

    /** Brings words to a person, by their id. */
    void deliver(Effect.Deliver deliver);

    /** Shows a person what somebody does beside talking. */
    void sign(Effect.Sign sign);

    /** An operator has let an offer go by. */
    default void missed(Effect.Missed missed) {}

    /** Writes into a staff room. */
    default void room(Effect.Room room) {}

    /** Confirms a person's message. */
    void confirm(Effect.Confirm confirm);
}
