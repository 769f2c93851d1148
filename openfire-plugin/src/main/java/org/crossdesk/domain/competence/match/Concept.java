package org.crossdesk.domain.competence.match;

/**
 * A concept of a scheme, whatever level it is known at.
 *
 * @param scheme the scheme's name or URI
 * @param name the concept's name or URI in it
 */
public record Concept(String scheme, String name) {}
