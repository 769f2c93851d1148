package org.crossdesk.runtime;

/**
 * What one desk takes on at a time.
 *
 * @param sessionsOpenMax sessions at home here that have not ended
 * @param questionsPerServiceMax questions that wait at one service
 * @param queuedEventsMax events that wait for the loop
 * @param queuedEventsPerStateMax events of one session that wait for the loop
 * @param ringParallel operators rung at a time for one question
 */
public record DeskLimits(
        int sessionsOpenMax,
        int questionsPerServiceMax,
        int queuedEventsMax,
        int queuedEventsPerStateMax,
        int ringParallel) {}
