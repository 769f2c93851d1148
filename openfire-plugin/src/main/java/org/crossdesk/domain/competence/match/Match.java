package org.crossdesk.domain.competence.match;

import org.crossdesk.protocol.Address;

/**
 * Somebody who fits a need.
 *
 * @param operator who
 * @param points how well; {@link CompetenceIndex#explain} says what they are made of
 * @param onDuty whether they are there now
 * @param load how many sessions they have
 */
public record Match(Address operator, int points, boolean onDuty, int load) {}
