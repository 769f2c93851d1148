/** Schemes of concepts that subjects are taken from: labels, hierarchies and what they have to do with each other. */
@NullMarked
package org.crossdesk.domain.competence.scheme;

import org.jspecify.annotations.NullMarked;
