package org.crossdesk.domain;

/**
 * A pure state machine. {@link #decide} says what an event changes and causes; {@link #evolve} is the only way a
 * state changes, live and on replay.
 *
 * @param <S> the state, immutable
 * @param <E> the events, a sealed type
 * @param <R> the records, a sealed type
 */
public interface Machine<S, E, R> {
    /** The state that begins with {@code first}. */
    S begin(R first);

    /** What {@code event} changes in {@code state} and causes outside. Changes nothing itself. */
    Decision<R> decide(S state, E event, Moment moment);

    /** The state after {@code record}. */
    S evolve(S state, R record);
}
