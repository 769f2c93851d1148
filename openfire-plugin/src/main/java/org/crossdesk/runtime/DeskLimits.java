package org.crossdesk.runtime;

/**
 * What one desk takes on at a time.
 *
 * @param sessionsOpenMax sessions at home here that have not ended
 * @param followUpsMax sessions at home here that wait for somebody to answer them later
 * @param questionsPerServiceMax questions that wait at one service
 * @param queuedEventsMax events that wait for the loop
 * @param queuedEventsPerStateMax events of one session that wait for the loop
 * @param ringParallel operators rung at a time for one question
 * @param checkpointRecords records written before what lives is written down anew, at least
 */
public record DeskLimits(
        int sessionsOpenMax,
        int followUpsMax,
        int questionsPerServiceMax,
        int queuedEventsMax,
        int queuedEventsPerStateMax,
        int ringParallel,
        int checkpointRecords) {
    /** Enough that writing everything down again costs little, and a start reads no more than it must. */
    public static final int CHECKPOINT_RECORDS = 4_096;
}
