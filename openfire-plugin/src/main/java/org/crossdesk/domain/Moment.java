package org.crossdesk.domain;

import java.time.Instant;

/**
 * What a decision may not find out by itself, since the domain knows neither clock nor random.
 *
 * @param now the time of the decision
 * @param token a fresh unguessable name, to be used at most once
 */
public record Moment(Instant now, String token) {}
