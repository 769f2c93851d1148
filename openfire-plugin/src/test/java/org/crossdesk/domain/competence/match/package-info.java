/** The index against a plain scan. */
@NullMarked
package org.crossdesk.domain.competence.match;

import org.jspecify.annotations.NullMarked;
