package org.crossdesk.deploy.chaos;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people can say at the end of what they were told is kept, and of what they saw. */
final class Testimony {
    private Testimony() {}

    /** Words that came, and when. */
    record Heard(String body, long atNanos) {}

    /**
     * A patron's.
     *
     * @param kept what the desk has confirmed, in order
     * @param unconfirmed what it never has, if anything
     * @param heard what came
     */
    record OfPatron(
            int number,
            List<Conversation.Kept> kept,
            @Nullable String unconfirmed,
            List<Heard> heard) {}

    /**
     * One time that an operator was rung for a session.
     *
     * @param sinceNanos when
     * @param lines the patron's lines that they saw of it from then on
     */
    record Stint(long sinceNanos, List<Heard> lines) {}

    /**
     * An operator's, of one session.
     *
     * @param open whether they believe to have it
     */
    record OfOperator(
            int number,
            String session,
            List<Conversation.Kept> kept,
            @Nullable String unconfirmed,
            List<String> notDelivered,
            List<Stint> stints,
            boolean open) {}
}
