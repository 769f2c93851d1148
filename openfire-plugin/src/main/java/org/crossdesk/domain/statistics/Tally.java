package org.crossdesk.domain.statistics;

/**
 * What happened in a time. Each thing counts when it happens: a question that came before may be answered in it.
 *
 * @param questions that came
 * @param answered of those that got their first operator, or that somebody of the staff room took
 * @param unanswered that nobody took in time: left to be answered later, or asked elsewhere
 * @param left that ended before anybody had come: the patron went, or the home desk withdrew it
 * @param transfers sessions that changed hands, or were to be handed to the staff room
 * @param waits how long those that were answered had waited
 */
public record Tally(int questions, int answered, int unanswered, int left, int transfers, Waits waits) {
    /** Nothing happened. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, Waits.NONE);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                questions + other.questions,
                answered + other.answered,
                unanswered + other.unanswered,
                left + other.left,
                transfers + other.transfers,
                waits.plus(other.waits));
    }
}
