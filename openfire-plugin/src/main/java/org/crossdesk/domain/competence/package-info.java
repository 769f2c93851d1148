/** Whether a profile fits a need, and how well. */
@NullMarked
package org.crossdesk.domain.competence;

import org.jspecify.annotations.NullMarked;
