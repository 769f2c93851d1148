/**
 * Finds who knows what among very many: an index over competence profiles, duty and load. It holds state, and belongs to
 * one thread.
 */
@NullMarked
package org.crossdesk.domain.competence.match;

import org.jspecify.annotations.NullMarked;
