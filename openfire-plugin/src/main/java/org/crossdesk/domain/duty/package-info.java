/** Who is on duty in a service's staff room. */
@NullMarked
package org.crossdesk.domain.duty;

import org.jspecify.annotations.NullMarked;
